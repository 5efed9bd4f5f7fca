// Every ceiling of the platform in one table, so that a change of the platform is a change of one line.
// Sources: the platform's pages on cards (JSON 2.0), messages, files and event subscription.

/** Ceilings of the chat platform and of our own door. Bytes are UTF-8 bytes, lengths are UTF-16 units. */
export const LIMITS = Object.freeze({
  /** Largest request body that the door reads. Ours: genuine events are below 200 KB. */
  requestBytes: 256 * 1024,
  /** Deepest nesting of JSON that the door reads. */
  jsonDepth: 32,
  /** A request signed earlier than this is refused: the last redelivery comes 7 h 5 min 15 s after the first try. */
  signedAgoMs: 8 * 60 * 60 * 1000,
  /** How far the platform's clock may run ahead of ours. */
  clockSkewMs: 5 * 60 * 1000,
  /** A card as JSON. */
  cardBytes: 30 * 1024,
  /** Elements and text objects of a card, nested ones included. */
  cardElements: 200,
  /** Containers within containers. */
  cardLevels: 5,
  cardTables: 5,
  cardCharts: 5,
  tableColumns: 50,
  tablePageRows: 10,
  headerTags: 3,
  buttonText: 100,
  optionText: 100,
  placeholderText: 100,
  inputLength: 1000,
  /** Names of form fields and the like, with room left for what makes them unique. */
  nameText: 80,
  /** A file that is sent. */
  fileBytes: 30 * 1024 * 1024,
  /** A picture that is sent as one. */
  imageBytes: 10 * 1024 * 1024,
  /** A file that is fetched. Ours: the platform would give 100 MB, which no import needs and no small server should hold. */
  downloadBytes: 30 * 1024 * 1024,
  /** How long a picture on a card may take: ours, so that a click is answered in time. */
  pictureMs: 1500,
  /** How long one request to the platform may take. */
  requestMs: 10_000,
  /** How long a file may take on its way. */
  transferMs: 60_000,
  /** How long the long connection may take to open. */
  handshakeMs: 15_000,
  /** How long the platform may take to answer a ping on the long connection. */
  pongMs: 10_000,
  /** Pause before the long connection is tried again after the platform refused it. */
  reconnectMs: 60_000,
})
