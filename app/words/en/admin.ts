export default {
  title: 'Administration',
  lead: 'What you are in charge of, in one place.',
  businesses: 'Businesses',
  toModerate_one: 'idea to moderate',
  toModerate_other: 'ideas to moderate',
  contests_one: 'contest you run',
  contests_other: 'contests you run',
  units: 'Your units',
  unitsLead: 'A role holds in the unit and in every unit below it.',
  until: 'until the end of',
  claims_one: '{{count}} person waiting',
  claims_other: '{{count}} people waiting',
};
