import { recordEvent } from '#app/domain/history/record-event.server.ts';
import { NotNow } from '#app/domain/refusal.ts';
import { now } from '#app/platform/clock.ts';
import { db } from '#app/platform/db/db.server.ts';
import { hashPassword } from '#app/platform/password.server.ts';
import { checkNewAccount } from './check-new-account.server.ts';
import { hasAdministrator } from './has-administrator.server.ts';
import { findLink, useLink } from './one-use-link.server.ts';
import { termsVersion } from './terms.ts';

type Form = { token: string; fullName: string; birthDate: string; password: string };

/**
 * Makes the account of the first administrator, or takes the one that has the address, and gives it the role at the
 * centre. Throws NotNow where the link no longer opens or there is an administrator already.
 */
export async function makeFirstAdministrator({ form }: { form: Form }): Promise<{ id: string }> {
  const link = await findLink({ purpose: 'FIRST_ADMINISTRATOR', token: form.token });
  if (!link.open) throw new NotNow(link.because);
  const { birthDate } = checkNewAccount({ ...form, email: link.email });
  const passwordHash = await hashPassword(form.password);
  return db.$transaction(async (tx) => {
    if (await hasAdministrator(tx)) throw new NotNow({ key: 'people:refusals.administratorExists' });
    const { email } = await useLink(tx, { purpose: 'FIRST_ADMINISTRATOR', token: form.token });
    const centre = await tx.unit.findFirst({ where: { kind: 'CENTRE', parentId: null, endsOn: null } });
    if (centre === null) throw new NotNow({ key: 'people:refusals.noCentre' });
    const at = now();
    const proved = { passwordHash, slipUntil: null, emailVerifiedAt: at, termsVersion, termsAcceptedAt: at };
    const person = await tx.person.upsert({
      where: { email },
      create: { ...proved, email, fullName: form.fullName, birthDate, createdAt: at },
      update: { ...proved, fullName: form.fullName, birthDate },
      select: { id: true },
    });
    await tx.session.deleteMany({ where: { personId: person.id } });
    const role = await tx.roleGrant.create({
      data: { kind: 'ADMINISTRATOR', personId: person.id, unitId: centre.id, grantedAt: at },
      select: { id: true },
    });
    await recordEvent(tx, {
      kind: 'role.granted',
      by: null,
      personId: person.id,
      unitId: centre.id,
      payload: { roleId: role.id },
    });
    return person;
  });
}
