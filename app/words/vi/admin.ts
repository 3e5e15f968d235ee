export default {
  title: 'Quản trị',
  lead: 'Những việc bạn phụ trách, ở một chỗ.',
  businesses: 'Doanh nghiệp',
  toModerate_other: 'ý tưởng chờ kiểm duyệt',
  contests_other: 'cuộc thi bạn phụ trách',
  mentors_other: 'người đăng ký làm cố vấn chờ kiểm tra',
  units: 'Đơn vị bạn phụ trách',
  unitsLead: 'Vai trò có hiệu lực ở đơn vị này và mọi đơn vị trực thuộc.',
  until: 'đến hết',
  claims_other: '{{count}} người chờ xác nhận',
};
