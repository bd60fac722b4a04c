// Reads a calendar from standard input with a parser that the project did not write, and writes what it found as JSON.
import ICAL from "ical.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const root = new ICAL.Component(ICAL.parse(Buffer.concat(chunks).toString("utf8")));
for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const text = value => (value === null || value === undefined ? null : value.toString());
const events = root.getAllSubcomponents("vevent").map(one => {
  const event = new ICAL.Event(one);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    start: text(event.startDate),
    startUtc: event.startDate.isDate ? null : event.startDate.toJSDate().toISOString(),
    end: text(event.endDate),
    allDay: event.startDate.isDate,
    zone: text(event.startDate.zone?.tzid),
    sequence: one.getFirstPropertyValue("sequence"),
    status: one.getFirstPropertyValue("status"),
    class: one.getFirstPropertyValue("class"),
    stamp: text(one.getFirstPropertyValue("dtstamp")),
  };
});
process.stdout.write(JSON.stringify({
  version: root.getFirstPropertyValue("version"),
  scale: root.getFirstPropertyValue("calscale"),
  refresh: text(root.getFirstPropertyValue("refresh-interval")),
  zones: root.getAllSubcomponents("vtimezone").map(zone => zone.getFirstPropertyValue("tzid")),
  events,
}));
