export default {
  businesses: {
    title: 'Businesses',
    lead: 'Put one on the list, see its papers and verify it; then appoint who speaks for it.',
    none: 'No businesses yet',
    name: 'Name of the business',
    taxCode: 'Tax code',
    taxCodeHint: '10 figures; a branch has 3 more, such as 0101245486-001.',
    register: 'Register a business',
    send: 'Register',
    verified: 'Verified',
    verify: 'Verify',
    verifyOne: 'Verify {{name}}',
    verifyConfirm: 'You have seen the papers: this is the business it says it is.',
    since: 'representative since',
    appoint: 'Appoint a representative',
    appointSend: 'Appoint',
  },
  problems: {
    name: 'The name of a business needs letters.',
    taxCode: 'This tax code is not right: check each figure.',
    taxCodeTaken: 'This tax code is on the list already.',
  },
  refusals: {
    verifiedAlready: 'This business is verified already.',
    verifyFirst: 'The business must be verified first.',
  },
};
