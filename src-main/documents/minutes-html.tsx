import type { Meeting } from '#core/model/meeting.ts';
import type { Settings } from '#core/model/settings.ts';

/** The NOTULA as one self-contained page (stub while it is being written). */
export function minutesHtml(meeting: Meeting, _settings: Settings): string {
  return `<!DOCTYPE html><html lang="${meeting.locale}"><head><title>NOTULA</title></head><body></body></html>`;
}
