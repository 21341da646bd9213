import { describe, expect, test } from 'vitest';
import { firstSettings, type Settings } from '#core/model/settings.ts';
import type { Host, HostStrip } from '#main/hosts/port.ts';
import { displayHandlers } from '#main/projector/requests.ts';
import type { RequestContext } from '#main/requests/context.ts';

/** What was asked of the strip, in order. */
function rig(setting: Settings['strip'], isUnable = false) {
  const asked: string[] = [];
  let isOn = false;
  let settings = { ...firstSettings([]), strip: setting };
  const strip: HostStrip = {
    isOn: () => isOn,
    async show(edge) {
      isOn = true;
      asked.push(edge);
    },
    async hide() {
      isOn = false;
      asked.push('hidden');
    },
  };
  const host: Partial<Host> = isUnable ? {} : { strip };
  const context: Partial<RequestContext> = { host: host as Host, settings: () => settings };
  return {
    asked,
    ...displayHandlers(context as RequestContext),
    set(next: Settings['strip']) {
      settings = { ...settings, strip: next };
    },
  };
}

describe('the strip', () => {
  test('is shown at the edge of the settings, and ended', async () => {
    const { handlers, asked } = rig('top');
    await handlers['projector.strip']({ on: true });
    await handlers['projector.strip']({ on: false });
    expect(asked).toEqual(['top', 'hidden']);
  });

  test('is not shown while the setting is off, or by a host that cannot', async () => {
    const off = rig('off');
    await off.handlers['projector.strip']({ on: true });
    expect(off.asked).not.toContain('top');
    const unable = rig('top', true);
    expect(await unable.handlers['projector.strip']({ on: true })).toBeNull();
  });

  test('follows the setting to the other edge, and is gone when it is switched off; one that is off stays off', async () => {
    const { handlers, asked, set, followStrip } = rig('top');
    set('bottom');
    await followStrip();
    expect(asked.filter((what) => what !== 'hidden')).toEqual([]);
    await handlers['projector.strip']({ on: true });
    set('top');
    await followStrip();
    set('off');
    await followStrip();
    expect(asked.slice(-3)).toEqual(['bottom', 'top', 'hidden']);
  });
});
