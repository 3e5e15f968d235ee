import { dateOfDay } from '#app/domain/people/day.ts';
import { db } from '#app/platform/db/db.server.ts';

/** Lĩnh vực of the drive, in the order in which they are offered. */
const fields: [id: string, nameVi: string, nameEn: string][] = [
  ['nong-nghiep', 'Nông nghiệp và thủy sản', 'Agriculture and fisheries'],
  ['moi-truong', 'Môi trường và khí hậu', 'Environment and climate'],
  ['giao-duc', 'Giáo dục', 'Education'],
  ['y-te', 'Y tế và sức khỏe', 'Health'],
  ['chuyen-doi-so', 'Chuyển đổi số', 'Digital transformation'],
  ['giao-thong', 'Giao thông và an toàn', 'Transport and safety'],
  ['van-hoa-du-lich', 'Văn hóa và du lịch', 'Culture and tourism'],
  ['nang-luong', 'Năng lượng', 'Energy'],
  ['cong-dong', 'Đời sống cộng đồng', 'Community life'],
  ['kinh-doanh', 'Khởi nghiệp và kinh doanh', 'Startups and business'],
  ['san-xuat', 'Sản xuất và kỹ thuật', 'Production and engineering'],
  ['hanh-chinh', 'Cải cách hành chính', 'Public services'],
];

/** Fields and the drive. Names are brought up to date, nothing is taken away. */
export async function seedFields(): Promise<void> {
  for (const [position, [id, nameVi, nameEn]] of fields.entries()) {
    const names = { nameVi, nameEn, position };
    await db.field.upsert({ where: { id }, update: names, create: { id, ...names } });
  }
  const slug = 'moi-thanh-nien-mot-y-tuong-sang-tao';
  await db.drive.upsert({
    where: { slug },
    update: {},
    create: { slug, name: 'Mỗi thanh niên một ý tưởng sáng tạo', startsOn: dateOfDay('2022-11-01') },
  });
}
