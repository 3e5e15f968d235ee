import { z } from 'zod';
import { makeFirstAdministratorLink } from '#app/domain/people/make-first-administrator-link.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#app/platform/db/db.server.ts';
import { siteOrigin } from '#app/platform/running.server.ts';
import { layWorld, openGround } from './open-ground.ts';
import { CommandFailed, runCommand } from './run-command.ts';

const usage = 'Usage: npm run setup -- admin MAIL';

await runCommand(async () => {
  const [task, mail, ...rest] = process.argv.slice(2);
  if (task !== 'admin' || mail === undefined || rest.length > 0) throw new CommandFailed(usage);
  if (!z.email().safeParse(mail).success) throw new CommandFailed(`${mail} is not a mail address. ${usage}`);
  const ground = await openGround({ join: true, search: false });
  try {
    await layWorld();
    const { token } = await makeFirstAdministratorLink({ mail });
    console.log('This link makes the first administrator. It opens once, within 24 hours:\n');
    console.log(`  ${new URL(paths.firstAdministrator({ token }), siteOrigin()).href}\n`);
  } finally {
    await db.$disconnect();
    await ground.close();
  }
});
