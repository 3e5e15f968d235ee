export default {
  title: 'Ý Hay: every young person one creative idea',
  description:
    'Where young people in Vietnam put forward ideas, get feedback, enter fairly judged contests, and meet mentors and businesses.',
  skip: 'Skip to the content',
  loading: 'Loading the page…',
  trail: 'You are here',
  nav: {
    main: 'Main sections',
    menu: 'Open the menu',
    home: 'Ý Hay, home page',
    ideas: 'Ideas',
    contests: 'Contests',
    units: 'Units',
    newIdea: 'Put forward an idea',
    signIn: 'Sign in',
    signOut: 'Sign out',
    mine: 'My things',
    desk: 'Judging desk',
    administration: 'Administration',
    profile: 'Profile',
    myMenu: 'Menu of {{name}}',
    notices: 'Notices, {{unread}} unread',
    about: 'About',
    privacy: 'Privacy',
    terms: 'Terms',
    demoOutbox: 'Outbox of the demo',
  },
  language: { other: 'Tiếng Việt' },
  footer: {
    label: 'About this site',
    what: 'In answer to the drive “Every young person one creative idea”.',
    demo: 'Demo: the people, their units and the contests here are made up.',
  },
  refusals: {
    tooManyWrites: 'That was a little fast. Wait {{seconds}} s and send again; what you typed is still here.',
    foreignForm: 'This form was not sent from a page of Ý Hay. Open the page again and send it again.',
  },
  refusedAct: {
    title: 'That did not work',
    next: 'Go back, see how things stand now, and try again.',
  },
  kept: {
    title: 'What you typed, to copy from:',
    one: 'What you typed',
  },
  error: {
    code: 'Code {{status}}',
    reference: 'If you ask us about it, quote this:',
    home: 'To the home page',
    401: {
      title: 'Please sign in',
      why: 'This is for people who are signed in.',
      instead: 'Sign in and do it again. What you typed is right below.',
    },
    403: {
      title: 'This page is not for you',
      why: 'Your account may not see or do this.',
      instead: 'If this is your job, ask your unit’s staff or the contest’s secretary to give you the role.',
    },
    404: {
      title: 'There is no such page',
      why: 'The address is mistyped, or the author has withdrawn what was here.',
      instead: 'Try searching for a few words of the idea’s title.',
    },
    405: {
      title: 'This cannot be opened directly',
      why: 'This address only takes a form.',
      instead: 'Go back and use the button there.',
    },
    409: {
      title: 'This cannot be done now',
      why: 'Things have changed, or the deadline has passed.',
      instead: 'Go back to see how things stand now.',
    },
    413: {
      title: 'That was too large',
      why: 'The form or the file is larger than allowed.',
      instead: 'Go back, shorten it or choose a smaller file, and send again.',
    },
    422: {
      title: 'Something is not right yet',
      why: 'What was sent is not written the right way.',
      instead: 'Go back, mend it and send again.',
    },
    429: {
      title: 'A little slower, please',
      why: 'Too many requests in a short time.',
      instead: 'Wait a minute and try again.',
    },
    500: {
      title: 'Something broke on our side',
      why: 'The page could not be shown. It is not your fault, and it has been noted.',
      instead: 'Try again in a few minutes. What was saved before is safe.',
    },
  },
  home: {
    headline: 'Got a good idea? Put it forward.',
    sentence:
      'Where young people in Vietnam put forward ideas, get feedback and fair judging, and meet the mentors and businesses who make them real.',
    searchLabel: 'Search ideas',
    searchPlaceholder: 'For example: nước sạch, recycling',
    looking: 'Vietnamese without tones works too.',
    contests: 'Contests taking entries',
    noContests: 'No contest is open now',
    noContestsWhy: 'Put your idea forward anyway; when a contest fits, you only need to enter it.',
    allContests: 'All contests',
    closes: 'Entries until',
    newest: 'New ideas',
    noIdeas: 'No idea has been published yet',
    noIdeasWhy: 'Yours could be the first.',
    allIdeas: 'All ideas',
    funnel: 'How far ideas get',
    funnelLead: 'True counts, idea by idea; the shorter the bar, the more is left to do.',
    funnelTable: 'See it as a table',
    funnelCaption: 'Number of ideas at each step',
    step: 'Step',
    ideas: 'Ideas',
    share: 'Of those put forward',
    steps: {
      proposed: 'Put forward',
      published: 'Published',
      inContest: 'In a contest',
      mentored: 'With a mentor',
      applied: 'Applied',
    },
    how: 'Three steps, about ten minutes',
    howSteps: {
      write: { title: 'Write', text: 'Answer a few short questions. What you type is saved at once, on a phone too.' },
      check: {
        title: 'Get feedback',
        text: 'Youth Union staff read it, comment or publish it. If it comes back, you always learn why.',
      },
      go: { title: 'Go on', text: 'Enter a contest, find a mentor, meet a business. You choose who sees what.' },
    },
  },
  about: {
    title: 'What is Ý Hay?',
    lead: 'One place where the ideas of young people are seen, judged fairly and made real.',
    sections: {
      why: {
        title: 'Why it exists',
        text: 'The drive “Every young person one creative idea” receives very many ideas, but few of them are applied. Ý Hay counts both and helps ideas on: from put forward, published, in a contest, with a mentor, to applied.',
      },
      who: {
        title: 'Who it is for',
        young: 'Young people, pupils and students: put forward ideas, form teams, enter contests.',
        judges: 'Judges: mark on a phone or a computer; every criterion is saved at once.',
        staff: 'Youth Union staff: moderate, run contests, follow the target of their unit.',
        everyone: 'Everyone: read published ideas, rules and results without an account.',
      },
      fair: {
        title: 'What fair judging means here',
        blind: 'In a blind round judges see no authors, units or file names.',
        conflict: 'Nobody judges relatives, people of the same unit, or a team they have mentored.',
        lenient:
          'Some judges are strict, some generous. The site computes raw and adjusted marks and says which one counts.',
        open: 'Rules are frozen when a contest opens; results are published with the way they were computed.',
      },
      name: {
        title: 'The name and the mark',
        text: '“Ý hay” means “good idea”. In the mark the acute accent of the Y jumps up as a spark.',
      },
    },
    start: 'Put forward your first idea',
  },
  privacy: {
    title: 'Privacy',
    lead: 'What we keep about you, what for, who sees it, and what you can do. Kept short so that you can read it all.',
    law: 'Based on the Law on Personal Data Protection 91/2025/QH15, in force since 01/01/2026.',
    consent: {
      title: 'Silence is not consent',
      text: 'No box is ticked beforehand. Your name and photo are public only after you agree yourself, one by one. Without consent your idea can still be published, without your name.',
    },
    minors: {
      title: 'If you are under 16',
      text: 'Both you and a guardian must agree before your name or photo is public. Until both have, no public place shows your name, photo, school or any unit below the province: idea pages, lists, search, results. Your age counts on the day somebody looks, not on the day you sent it.',
    },
    kept: {
      title: 'What we keep',
      account:
        'Account: full name, birth date, mail address or user name, the unit you claim. Passwords are kept only as hashes nobody can read.',
      ideas: 'Ideas: drafts, the versions you sent, files (with data hidden in pictures removed).',
      contests: 'Contests: entries, scoresheets, results.',
      record: 'Record: what happened and when, by number; never names or texts.',
      guardian: 'Guardian: the name and mail address you give to ask for consent, used for nothing else.',
    },
    seen: {
      title: 'Who sees it',
      public: 'Everyone: published ideas, published results, and only names with consent.',
      team: 'Your team: drafts and files.',
      staff: 'Staff of your unit and of the units above it: your profile and the ideas you send, for moderation.',
      judges: 'Judges: the entries assigned to them; without names in a blind round.',
      nobody: 'Nothing is sold or rented; there are no advertisements and no trackers of third parties.',
    },
    rights: {
      title: 'What you can do',
      withdraw:
        'Withdraw consent at any time under “My things”. Your name leaves the pages and the search right after.',
      idea: 'Withdraw your idea: it is no longer public.',
      request:
        'See, correct or delete your data: ask the staff of your unit; a request must be answered within 2 working days. There is no button yet to download your data or close your account yourself; when there is, this page will say so.',
    },
    cookies: {
      title: 'Cookies',
      text: 'Only two, both of this site: one keeps you signed in, one remembers your language.',
    },
    manage: 'See and change my consents',
  },
  terms: {
    title: 'Terms',
    lead: 'What you and we both keep to.',
    yours: {
      title: 'Your idea is yours',
      text: 'You keep every right to your idea. Sending it lets the site show it the way you choose, and lets the staff and judges concerned read it. Publishing may affect a patent: if you plan to apply for one, ask before you publish.',
    },
    honest: {
      title: 'Be honest',
      text: 'Send only what you may send. Say which parts come from others. Put nobody else’s personal data into an idea.',
    },
    kind: {
      title: 'Be kind',
      text: 'No insults, no advertising, no mass posting. Staff may return or decline an idea, always with a reason.',
    },
    contests: {
      title: 'Contests',
      text: 'Each contest has rules of its own, frozen when it opens. Deadlines are in Vietnam time, by the clock of the server.',
    },
    today: {
      title: 'What the site does, and what it does not',
      text: 'It helps to put forward, moderate, find and enter ideas. It promises no funding and does not replace the registration of intellectual property. We back data up, but keep a copy of your own.',
    },
  },
};
