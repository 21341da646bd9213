// Faults made by hand, one a row: the file, what stands there exactly once, and what stands there instead. Each must be
// noticed by a unit test (`npm run mutate`). A row whose text has gone fails loudly: find the rule's new home.
const core = (file, from, to) => [`src-core/${file}`, from, to];
const main = (file, from, to) => [`src-main/${file}`, from, to];

export const MUTATIONS = [
  // the turn's clock
  core('schedule/turn-clock.ts', 'Math.max(0, elapsed(clock.anchor, now))', 'elapsed(clock.anchor, now)'),
  core('schedule/turn-clock.ts', 'Math.max(1000, limit + added)', 'limit + added'),
  core('schedule/turn-clock.ts', 'if (spent >= limits.hard)', 'if (spent > limits.hard)'),
  core('schedule/turn-clock.ts', 'spent >= limits.soft', 'spent > limits.soft'),
  core('schedule/turn-clock.ts', 'Math.min(1, spent / hard)', 'spent / hard'),
  core('schedule/turn-clock.ts', 'Math.ceil(left / 1000)', 'Math.floor(left / 1000)'),
  core('schedule/turn-clock.ts', 'hard === null ? 0 : hard % 1000', '0'),
  core('schedule/turn-clock.ts', 'Math.floor(spent / MINUTE) + 1', 'Math.floor(spent / MINUTE)'),
  // commands: the floor
  core('commands/active-turn.ts', "if (item?.status === 'called') item.status = 'waiting';", ''),
  core('commands/active-turn.ts', 'item.turn.plan ??= turnPlanOf', 'item.turn.plan = turnPlanOf'),
  core('commands/active-turn.ts', 'meeting.openedAt = context.at;', ''),
  core('commands/active-turn.ts', 'Math.max(0, Math.min(ago, Math.floor(at - since)))', 'Math.floor(at - since)'),
  core('commands/active-turn.ts', 'item.turn.spent = duration(item.turn.spent - taken);', ';'),
  core('commands/active-turn.ts', "if (meeting.status === 'finished') throw new Refused('meetingFinished');", ''),
  // commands: the turn
  core('commands/turn.ts', "if (!isPending(item)) throw new Refused('itemNotWaiting');", ''),
  core('commands/active-turn.ts', 'item.turn.startedAt ??= then.at;', 'item.turn.startedAt = then.at;'),
  core('commands/active-turn.ts', 'if (!meeting.presented.includes(item.id)) meeting', 'meeting'),
  core('commands/turn.ts', 'hard === null ? by : Math.max(by, Math.min(0, 1000 - hard - item.turn.added))', 'by'),
  core('commands/turn.ts', "if (item.status === 'done') throw new Refused('itemDone');", ''),
  core('commands/turn.ts', "if (item.kind === 'agency' && last === -1) return;", ''),
  core('commands/turn.ts', "item.kind === 'agency' ? last + 1 : order.length", 'order.length'),
  // commands: notes
  core('commands/notes.ts', "followUp.private = fields.visibility === 'private';", ';'),
  core('commands/notes.ts', "if (pinned && note.visibility !== 'shown') throw new Refused('noteNotShown');", ''),
  core('commands/notes.ts', 'if (followUp.noteId === noteId) followUp.itemId = itemId;', ''),
  core('commands/notes.ts', 'if (draft !== undefined) draft.itemId = itemId;', ''),
  // commands: a break now
  core('commands/pacing.ts', "if (current.kind === 'break') throw new Refused('turnRunning');", ''),
  core('commands/pacing.ts', "record(current, 'pause', context);", ''),
  core('commands/pacing.ts', '[item.id, current.id]', '[current.id, item.id]'),
  core('commands/pacing.ts', 'first === -1 ? rest.length : first', 'rest.length'),
  // timetable and the day
  core('schedule/timetable.ts', 'fixed !== null && fixed > cursor ? fixed : cursor', 'fixed ?? cursor'),
  core('schedule/timetable.ts', 'cursor = later(end, entry.gap);', 'cursor = end;'),
  core('schedule/timetable.ts', 'duration(Math.max(0, cursor - fixed))', 'duration(0)'),
  core('schedule/timetable.ts', 'today === meeting.date && now > planned ? now', 'now > planned ? now'),
  // time and text
  core('text/format.ts', "value < 0 && Number(fixed) !== 0 ? '-' : ''", "value < 0 ? '-' : ''"),
  core('text/format.ts', "locale === 'id' ? '.' : ':'", "':'"),
  core('text/format.ts', "overtime ? '+' : ''", "''"),
  core('text/format.ts', ".replace('\\u2212', '-')", ''),
  core('text/format.ts', "shown === '' ? ''", "shown === '?' ? ''"),
  core('text/office.ts', 'opening === last || opening === IMPLIED[last]', 'opening === last'),
  core('text/office.ts', 'stem.length === STEM && opening', 'opening'),
  core('import/cell.ts', ".normalize('NFC')", ''),
  core('import/cell.ts', ".replace(/[\\uD800-\\uDBFF]$/, '')", ''),
  core('import/table.ts', 'rows.push({ line: began, cells })', 'rows.push({ line: began + 1, cells })'),
  // backups
  core('backups/rotation.ts', 'now - last >= BACKUP_EVERY || now < last', 'now - last >= BACKUP_EVERY'),
  core('backups/rotation.ts', 'return ofToday > KEPT_OF_TODAY;', 'return false;'),
  core('backups/rotation.ts', 'if (!asked && lastKept !== null', 'if (lastKept !== null'),
  core('backups/rotation.ts', 'return days.size > KEPT_DAYS;', 'return false;'),
  // views: what the room sees
  core('views/projected-notes.ts', ".filter((note) => mayRead('room', note))", ''),
  core('views/projected-notes.ts', '!meeting.screen.liveTyping || draft === undefined', 'draft === undefined'),
  core('views/projected-notes.ts', ' || draft.itemId !== item.id', ''),
  core('views/projected-notes.ts', '.toReversed()', ''),
  core('views/projected-notes.ts', 'text.length <= TYPED_TAIL', 'text.length <= 10 * TYPED_TAIL'),
  core('views/projector.ts', "if (meeting.blank) return { ...frame, stage: 'blank' };", ''),
  core('views/projector.ts', 'itemId === current && showsNotes(screen.layout)', 'false'),
  core('views/projector.ts', 'screen.liveTyping && showsNotes(screen.layout)', 'false'),
  core(
    'views/projector.ts',
    'showsNotes(meeting.screen.layout) ? projectedNotes(meeting, item) : []',
    'projectedNotes(meeting, item)',
  ),
  core('views/projector.ts', '{ n: finished + 1, m: agencies.length }', '{ n: finished, m: agencies.length }'),
  core('views/projector.ts', "filter(({ status }) => status !== 'skipped')", 'filter(() => true)'),
  // pacing
  core('pacing/nudges.ts', 'if (since <= CALLED) return null;', 'if (since < 0) return null;'),
  core('pacing/nudges.ts', 'away ? OVER_WHILE_AWAY : OVER_ANYWAY', 'OVER_ANYWAY'),
  core('pacing/warnings.ts', 'finish - at < MINUTE', 'finish - at < 0'),
  core('pacing/warnings.ts', 'current === null ? coming.slice(1, 2) : coming.slice(0, 2)', 'coming.slice(0, 2)'),
  core('pacing/refit.ts', 'Math.max(Math.min(floor, given), length)', 'length'),
  core('pacing/refit.ts', 'item.limits !== null && !wish.includeOwn', 'item.limits !== null'),
  core('pacing/refit.ts', 'free.map((least) => Math.max(least, common))', 'free.map(() => common)'),
  // documents and exports
  main('exports/csv.ts', 'FORMULA.test(within) ?', 'false ?'),
  main('exports/csv.ts', '\\uFEFF', ''),
  main('exports/csv.ts', 'text.replace(WITHIN, "\'")', 'text'),
  main('exports/file-name.ts', "RESERVED.test(name) || name === ''", "name === ''"),
  main('exports/file-name.ts', 'if (bytes > room.bytes) break;', ''),
  main('exports/file-name.ts', "taken.has(free.toLocaleLowerCase('en'))", 'taken.has(free)'),
  main('documents/words.ts', 'parts.length === 1 ? String(last)', 'parts.length === 0 ? String(last)'),
  main('documents/words.ts', 'row.inCharge || presenterText(row.presenter, t)', 'presenterText(row.presenter, t)'),
  // storage and the meeting's files
  main('storage/export-file.ts', 'await disk.remove(temporary).catch(() => undefined);', ''),
  main('storage/export-file.ts', "replacing && codeOf(error) !== 'EROFS'", "codeOf(error) !== 'EROFS'"),
  main('meeting/journal-text.ts', 'line.data.seq <= last', 'line.data.seq < last'),
  main('meeting/journal-text.ts', 'if (values.length !== 1 ||', 'if ('),
  main('meeting/journal-text.ts', 'slice(header === null ? 0 : 1)', 'slice(1)'),
  main('meeting/meeting-session.ts', 'past.restarted(itemId);', ''),
  main('meeting/meeting-session.ts', "if (opened.readOnly) throw new Refused('readOnly');", ''),
  main('meeting/meeting-session.ts', 'past = history();', ''),
  // pictures
  main('emblem/png-check.ts', 'if (given.length > PNG_MAX) return null;', ''),
  main('emblem/png-check.ts', 'if ((lines[at] ?? 5) > 4) return null;', ''),
  main('emblem/png-check.ts', 'return at === bytes.length ? chunks : null;', 'return chunks;'),
  // the router
  main('app/router.ts', "if (!MAY_SEND[audience].includes(parsed.data.kind)) throw new Refused('notAllowed');", ''),
  main('app/router.ts', 'if (!(error instanceof Refused)) router.report(error);', ''),
];
