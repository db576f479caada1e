// The types of commands, queries and answers, as the service itself writes them. Types only: nothing of this is in
// what a browser loads.
export type * from '../../contract/ponte';
