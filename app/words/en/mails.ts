export default {
  greeting: 'Hello,',
  farewell: 'Ý Hay, where young people’s ideas are heard',
  root: 'The root of the results: keep it. A file of results downloaded later must give this very root; check at the address below.',
  automatic: 'This mail was sent automatically. There is no need to answer.',
  linkBelow: 'If the button does not work, copy this address into your browser:',
  stop: 'Stop letters of this kind:',
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
    'role-carried-over': {
      subject: 'Your role has gone over to the successor of your unit',
      text: 'The former unit has merged. Your role {{role}} is now at {{place}}; the former role stays on record.',
      button: 'Open my page',
    },
    'unit-merging': {
      subject: '{{unit}} is about to merge',
      text: '{{unit}} is about to merge. On that day your role goes over to its successor.',
      button: 'See the unit',
    },
    'membership-ended': {
      subject: 'You are no longer a member of a unit',
      text: '{{unit}} has recorded that you are no longer a member. The reason is on your page.',
      button: 'Read the reason',
    },
    'birth-date-corrected': {
      subject: 'Your date of birth has been corrected',
      text: '{{unit}} has corrected the date of birth in your account. Check it, and tell the unit if it is wrong.',
      button: 'See my profile',
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
    'entry-outside': {
      subject: 'Outside the competition',
      text: 'By the rules, or by a decision of the organisers, entry number {{entry}} in the contest “{{contest}}” takes part outside the competition: it is judged, ranked and shown, and takes no award and no place. The reason stands on its page.',
      button: 'See the entry',
    },
    'entry-competes': {
      subject: 'Your entry competes',
      text: 'Entry number {{entry}} in the contest “{{contest}}” is no longer outside the competition: it can win as any other.',
      button: 'See the entry',
    },
    'entry-invitation': {
      subject: 'Invitation to enter: {{contest}}',
      text: 'The organisers of the contest “{{contest}}” invite you to enter as the lead of a team. Open the invitation with the button below within {{days}} days and before the deadline for entries: a draft of the idea is prepared, you write on and enter it yourself. You need no account yet. The link is yours alone: do not forward it. If you do not know this contest, ignore this letter.',
      button: 'See the invitation',
    },
    'judge-invitation': {
      subject: 'Invitation to judge: {{contest}}',
      text: 'You are invited to the panel of the contest “{{contest}}”. Open the invitation with the button below within {{days}} days to accept or decline. You need no account yet. The link is yours alone: do not forward it. If you do not know this contest, ignore this letter.',
      button: 'See the invitation',
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
    'contest-announced': {
      subject: 'An announcement: {{announcement}}',
      text: 'The organiser of the contest “{{contest}}” announces: {{announcement}}.',
      button: 'Read the announcement',
    },
    'contest-amended': {
      subject: 'The rules of a contest were changed',
      text: 'The rules of the contest “{{contest}}” were changed. What was taken out, what was put in and why is on the page of the rules.',
      button: 'See the changes',
    },
    'contest-extended': {
      subject: 'A later deadline',
      text: 'The contest “{{contest}}” has a later deadline. It is on the page of the contest.',
      button: 'See the new deadline',
    },
    'deadline-extended': {
      subject: 'You were given a later deadline',
      text: 'The organiser of the contest “{{contest}}” has given you a later deadline of your own.',
      button: 'See my deadline',
    },
    'contest-postponed': {
      subject: 'A contest is postponed',
      text: 'The contest “{{contest}}” is postponed. The reason and the new calendar are on its page; what was handed in stays.',
      button: 'See the new calendar',
    },
    'contest-suspended': {
      subject: 'The contest is put off',
      text: 'The contest “{{contest}}” is put off until further notice. No deadline runs; drafts, entries and marks stay as they are. You will be told when there are new dates.',
      button: 'Read why',
    },
    'contest-resumed': {
      subject: 'The contest goes on',
      text: 'The contest “{{contest}}” goes on after it was put off. The new calendar stands on its page; entries stay as they are.',
      button: 'See the new calendar',
    },
    'contest-cancelled': {
      subject: 'A contest was called off',
      text: 'The contest “{{contest}}” was called off. The reason is on its page.',
      button: 'Read the reason',
    },
    'question-answered': {
      subject: 'Your question was answered',
      text: 'The organiser has answered your question about the contest “{{contest}}”.',
      button: 'Read the answer',
    },
    'round-published': {
      subject: 'The results are out',
      text: 'The contest “{{contest}}” has published the results of {{round}}.',
      button: 'See the results',
    },
    'appeal-decided': {
      subject: 'Your appeal has been decided',
      text: 'Your team’s appeal in the contest “{{contest}}” has been decided. The recount and the reason are on the appeal’s page.',
      button: 'Read the decision',
    },
    'results-changed': {
      subject: 'Results changed after an appeal',
      text: 'After an appeal the results of {{round}} in the contest “{{contest}}” have a newer edition, with the newer root below. The earlier edition is kept, and can still be checked with the root in the letter before.',
      button: 'See the results',
    },
    'nomination-asked': {
      subject: 'Your entry may be sent upwards',
      text: 'The organisers of the contest “{{contest}}” want to send entry {{entry}} to the unit above. Every member has to agree; silence is no consent.',
      button: 'Look and answer',
    },
    'mentor-checked': {
      subject: 'You are a mentor',
      text: '{{unit}} has confirmed you as a mentor. Teams can ask you from now on, and you can join mentoring programmes.',
      button: 'Open my mentoring',
    },
    'mentor-declined': {
      subject: 'Your offer to mentor',
      text: '{{unit}} has not accepted your offer to mentor. The reason is on your page; you can change your offer and send it again.',
      button: 'See why',
    },
    'mentor-request-unserved': {
      subject: 'No mentor found yet',
      text: 'No mentor was found for the idea “{{idea}}”. The team can ask another mentor or send it to a programme.',
      button: 'Ask a mentor',
    },
    'proposal-made': {
      subject: 'A mentor waits for your answer',
      text: 'There is a mentor for the idea “{{idea}}”. It begins when both sides accept in time; otherwise it passes on.',
      button: 'See and answer',
    },
    'mentorship-begun': {
      subject: 'You walk together from now on',
      text: 'Mentor and team of the idea “{{idea}}” have both accepted. Contacts appear only where each person shares theirs.',
      button: 'Open your shared page',
    },
    'business-declined': {
      subject: 'The business could not be verified',
      text: 'The registration of {{business}} could not be verified. The reason is on its page; you can register again.',
      button: 'See why',
    },
    'support-offered': {
      subject: 'A business wants to support you',
      text: '{{business}} offers to support the idea “{{idea}}”. Contacts are exchanged only after the team accepts.',
      button: 'See the offer',
    },
    'support-accepted': {
      subject: 'The team accepted',
      text: 'The team of the idea “{{idea}}” accepted the offer of your business. Write down what exactly you promise, and share how to reach you.',
      button: 'Open the offer',
    },
    'pledge-delivered': {
      subject: 'Please confirm',
      text: '{{business}} says it delivered what it promised to the idea “{{idea}}”. The promise counts as kept once the team confirms.',
      button: 'See and confirm',
    },
    'pledge-confirmed': {
      subject: 'The promise is kept',
      text: 'The team of the idea “{{idea}}” confirms that it received everything. Thank you.',
      button: 'See the promise',
    },
    'pledge-disputed': {
      subject: 'The team has not received everything',
      text: 'The team of the idea “{{idea}}” has not received everything that was promised. It wrote down what is missing.',
      button: 'Read what the team wrote',
    },
    'pledge-withdrawn': {
      subject: 'A promise was withdrawn',
      text: '{{business}} withdrew its promise to the idea “{{idea}}”. The reason is on the page of the promise.',
      button: 'See why',
    },
    'mail-change': {
      subject: 'Confirm your new mail address',
      text: 'Somebody wants to use this address for an account at Ý Hay. If it is you, press the button within {{hours}} hours (while signed in). If not, ignore this letter: nothing changes.',
      button: 'Confirm the new address',
    },
    'mail-wanted': {
      subject: 'Somebody wanted to use your mail address',
      text: 'Another account asked to change to this address, but it belongs to your account, so nothing has changed. You need do nothing.',
      button: 'Open my account',
    },
    'mail-changed': {
      subject: 'The mail address of your account was changed',
      text: 'Your account at Ý Hay has just changed to another mail address. If it was not you, press the button within {{days}} days to take this address back, sign out every device and choose a new password.',
      button: 'It was not me, take it back',
    },
    'password-changed': {
      subject: 'Your password was changed',
      text: 'The password of your account at Ý Hay was changed and every other device was signed out. If it was not you, use “Forgotten password” at once.',
      button: 'Open my account',
    },
    'second-factor-set': {
      subject: 'Two-step sign-in is on',
      text: 'Two-step sign-in was turned on for your account at Ý Hay, or moved to another phone. If it was not you, tell an administrator at once.',
      button: 'See two-step sign-in',
    },
    'second-factor-ended': {
      subject: 'Two-step sign-in is off',
      text: 'Two-step sign-in was turned off for your account at Ý Hay. If it was not you, change your password at once and turn it on again.',
      button: 'See two-step sign-in',
    },
    'second-factor-reset': {
      subject: 'Your two-step sign-in was reset',
      text: 'An administrator has reset your two-step sign-in; the reason is on record. If you did not ask for it, change your password at once and tell another administrator. Your roles rest until you have set it up again.',
      button: 'Set it up again',
    },
    'recovery-code-used': {
      subject: 'A recovery code was used',
      text: 'Somebody has signed in to your account with a recovery code. If it was not you, change your password and make new recovery codes at once.',
      button: 'See two-step sign-in',
    },
    'account-closed': {
      subject: 'Your account is closed',
      text: 'You have closed your account at Ý Hay. No public page names you any more. Within {{days}} days you may open it again with the button below; then your personal data is erased for good.',
      button: 'Open the account again',
    },
    'idea-taken-down': {
      subject: 'Your idea was taken down',
      text: 'Staff of the unit have taken the idea “{{idea}}” down. The reason is on its page; the team can still read all of it.',
      button: 'See the reason',
    },
    'lead-offered': {
      subject: 'You are asked to lead a team',
      text: 'The lead of the idea “{{idea}}” asks you to lead the team from now on. Nothing changes until you agree.',
      button: 'See and answer',
    },
  },
};
