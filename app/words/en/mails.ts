export default {
  greeting: 'Hello,',
  farewell: 'Ý Hay, where young people’s ideas are heard',
  automatic: 'This mail was sent automatically. There is no need to answer.',
  linkBelow: 'If the button does not work, copy this address into your browser:',
  kinds: {
    'verify-mail': {
      subject: 'Verify your mail address',
      text: 'You have just opened an account at Ý Hay with this address. Press the button within {{hours}} hours to verify it. If it was not you, ignore this mail: nothing is made public.',
      button: 'Verify my address',
    },
    'signed-up-again': {
      subject: 'You already have an account at Ý Hay',
      text: 'Somebody has just signed up with this address, but it already has an account. If it was you and you forgot your password, press the button within {{hours}} hours to choose a new one. If it was not you, ignore this mail.',
      button: 'Choose a new password',
    },
    'reset-password': {
      subject: 'Choose a new password',
      text: 'Somebody has asked to reset the password of your account. Press the button within {{hours}} hours to choose a new one. If it was not you, ignore this mail: the old password still works.',
      button: 'Choose a new password',
    },
    'guardian-consent': {
      subject: 'A parent or guardian is asked',
      text: 'A child of yours puts forward ideas at Ý Hay and asks whether you agree that the child’s name is published with them. Until you agree, the name is shown nowhere public. You may withdraw your consent at any time.',
      button: 'Read and answer',
    },
    'idea-invitation': {
      subject: 'An invitation to a team',
      text: 'You are invited to the team of the idea “{{idea}}”. You are named in the team only once you confirm it yourself.',
      button: 'See the invitation',
    },
    'membership-confirmed': {
      subject: 'Your unit has confirmed you',
      text: '{{unit}} has confirmed that you belong to it.',
      button: 'See my unit',
    },
    'membership-declined': {
      subject: 'Your unit has not confirmed you',
      text: '{{unit}} has not confirmed that you belong to it. The reason is on your unit page.',
      button: 'See the reason',
    },
    'role-granted': {
      subject: 'You have been given a role',
      text: 'You have been given the role {{role}} at {{place}}.',
      button: 'Open my page',
    },
    'idea-published': {
      subject: 'Your idea has been published',
      text: 'The idea “{{idea}}” has been looked at and published. Share it so that more people read it.',
      button: 'See the idea',
    },
    'idea-returned': {
      subject: 'Your idea needs a little more',
      text: 'The idea “{{idea}}” was returned to you. The reason is on its page; change it and send it again whenever you like.',
      button: 'See why and change it',
    },
    'idea-declined': {
      subject: 'Your idea was not published',
      text: 'The idea “{{idea}}” was not published. The reason is on its page.',
      button: 'See the reason',
    },
    'entry-made': {
      subject: 'Your entry has been received',
      text: 'The contest “{{contest}}” has received the idea “{{idea}}” as entry number {{entry}}.',
      button: 'See the entry',
    },
    'judge-appointed': {
      subject: 'You are asked to judge',
      text: 'You are on the panel of the contest “{{contest}}”. What is assigned to you will be on your desk.',
      button: 'Open my desk',
    },
    'sheets-assigned': {
      subject: 'There are entries for you to judge',
      text: 'Entries of the contest “{{contest}}”, {{round}}, have been assigned to you. Each mark is saved as you give it.',
      button: 'Open my desk',
    },
    'round-published': {
      subject: 'The results are out',
      text: 'The contest “{{contest}}” has published the results of {{round}}.',
      button: 'See the results',
    },
  },
};
