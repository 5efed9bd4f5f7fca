// English first names, and words that are written with a capital without being a name. Data only.

/** Common first names, lower case; those that are ordinary words are left out. */
export const ENGLISH_FIRST_NAMES: ReadonlySet<string> = new Set(
  `james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony donald steven paul andrew joshua kenneth
kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander
patrick raymond dennis jerry tyler aaron jose adam nathan henry douglas peter zachary kyle noah ethan jeremy walter christian keith roger terry sean austin
gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan albert willie alan eugene russell vincent philip louis bobby
johnny bradley mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily donna michelle carol
amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine
debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl
hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail alice julia judy sophia sophie denise doris marilyn danielle beverly
isabella theresa diana natalie brittany charlotte marie kayla alexis lori tom tony tim mike steve jim jenny vivian cindy maggie oscar jackie fiona winnie wendy
tracy peggy kitty coco lily lucy leo felix simon ivan victor edwin ken ben sam dan nick chris alex max harry fred ted ray roy neil ian colin stanley wilson
marcus derek calvin raymond yvonne irene esther mandy sally sandy annie carmen queenie bonnie connie eva ella mia zoe chloe elaine eileen monica veronica`.split(
    /\s+/,
  ),
)

/** Words that stand with a capital in an English message and are no one's name, lower case. */
export const ENGLISH_WORDS_WITH_CAPITAL: ReadonlySet<string> = new Set(
  `english chinese mandarin cantonese monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter festival new year day christmas eve national labour labor
holiday mid qingming dragon boat lantern easter thanksgiving mothers mother fathers father valentine valentines birthday q1 q2 q3 q4 today tomorrow yesterday tonight tmr tmrw
vip crm rm usd rmb cny eur hkd gbp cd id ok okay pls please thanks thank thx hi hey hello dear sir madam mr mrs ms miss dr prof i we he she they it you the a an my our your his her
their this that these those what when where who why how which can could would will should shall may might do does did is are was were has have had be been am
add create open log record note note: remind reminder set schedule book plan show list find search look pull get give tell call phone ring email text message visit meet
met called spoke talked chatted saw had went came dropped update change edit move push shift postpone delay reschedule cancel delete remove tag untag mark close resolve approve
reject decline deny assign transfer hand handover give import export upload download send draft write compose subscribe unsubscribe stop start apply use run build report
reports chart count sum average avg total group breakdown by per for from to at on in of with about and or but not no yes also then next last all any every each some
customer customers client clients prospect prospects lead leads contact contacts deal deals opportunity opportunities opp opps pipeline funnel ticket tickets task tasks todo todos followup
follow-up followups follow up tag tags level risk city product products balance amount stage status due overdue urgent high low priority complaint inquiry service rate contract expense
approval approvals digest daily weekly monthly quarter month week morning afternoon evening noon dashboard ranking growth churn activity settings preferences help undo revert
won lost negotiation proposal needs analysis initial mortgage loan loans deposit deposits term structured large bond bonds fund funds gold savings credit card trade finance payroll
pension annuity insurance wealth business corporate private wechat sms phone zoom teams video branch office bank visa mastercard beijing shanghai tangshan tianjin shenzhen guangzhou hong kong
singapore china us uk usa just quick quickly sorry good great nice fine let lets let's make made done finished completed complete finish need needs want wants interested asked said
says told mentioned confirmed promised agreed per re fyi fwd asap eod eow tbd na if so as than there here now later soon first second third one two three four five six seven eight nine ten
template templates welcome greeting birthday onboarding maturity introduction intro thank thanks apology happy merry best regards wish wishes line new prospect source referral walk
male female number email address company employer occupation job income birthday birth date time reason comment satisfied unhappy happy resolved closed open mine team branch head west east
north south road street avenue district fixed rate rates interest point points bp bps percent customer's client's atm app pin otp kyc aml ai bot api csv excel xlsx pdf pos etc lc`.split(
    /\s+/,
  ),
)
