declare module "copydesk:worker" {
  /** The worker's whole classic script; the build puts it there. */
  const source: string;
  export default source;
}
