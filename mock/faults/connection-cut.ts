/** The connection is to be cut: adapters do it in the way of their transport. */
export class ConnectionCut extends Error {
  constructor() {
    super("The connection was cut by a fault.");
    this.name = "ConnectionCut";
  }
}
