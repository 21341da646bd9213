const OPENS = 'opens';
const WINDOW = 'window';

/** The address at which the browser host is asked for its desk; it tells a second start whether a window opens then. */
export const focusAddress = (url: string, opensWindow: boolean): string =>
  opensWindow ? `${url}&${OPENS}=${WINDOW}` : url;

/** Whether a window opens when the browser host is asked at this address. */
export const opensWindow = (address: string | null): boolean =>
  address !== null && new URL(address).searchParams.get(OPENS) === WINDOW;
