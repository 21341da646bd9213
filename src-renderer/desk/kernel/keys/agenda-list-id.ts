export const AGENDA_LIST = 'agenda-list';
