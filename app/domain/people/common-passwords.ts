/** Of the passwords that everyone tries first, those long enough to pass the rule of length. Letters and digits, lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `1234567890 12345678910 123456789a 123456789z 1234567891 12345678901 123456789q 1234567899 0123456789 0987654321
  9876543210 1122334455 1111111111 0000000000 1234512345 1231231231 123123123123 147258369a 1472583690 7418529630
  1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 q1w2e3r4t5y6 qwertyuiop qwertyuiop123 qwerty12345 qwerty123456
  qwertyqwerty asdfghjkl123 asdfghjkl1 asdfasdfasdf zxcvbnm123 zxcvbnmasd abcdefghij abcdefghijk abc1234567 abc123456789
  abcd123456 abcd12345678 abcd1234abcd a123456789 aa123456789 aa12345678 a1b2c3d4e5 a1234567890 aaaaaaaaaa asd123456789
  password12 password123 password1234 password12345 passw0rd123 p4ssw0rd123 mypassword letmein123 welcome123 welcome1234
  iloveyou12 iloveyou123 iloveyou1234 iloveyou3000 iloveyousomuch loveyou123 loveyou1234 princess123 sunshine123
  superman123 football123 baseball123 liverpool123 manchester manchester123 chelsea123 arsenal123 barcelona123 realmadrid
  realmadrid7 ronaldo777 cristiano7 messi10messi michaeljackson spiderman123 pokemon123 minecraft123 freefire123 lienquan123
  lienquanmobile facebook123 zalo123456 google1234 youtube123 tiktok1234 computer123 internet123 administrator admin12345
  admin123456 adminadmin admin@123456 changeme123 default1234 testtest12 test123456 guest12345 student123 student1234
  matkhau123 matkhau1234 matkhau12345 matkhau123456 matkhaumoi matkhaumoi1 khongbiet1 khongbiet123 khongnhomatkhau
  anhyeuem12 anhyeuem123 anhyeuem1234 anhyeuemnhieu anhyeuem520 emyeuanh12 emyeuanh123 emyeuanhnhieu yeuemnhieu yeuemnhieulam
  yeuanhnhieu yeuem12345 yeuanh1234 yeubanthan tinhyeu123 tinhyeu1234 tinhyeucuatoi toiyeuem123 toiyeubanthan toiyeuvietnam
  conyeubome conyeume123 giadinh123 giadinhtoi giadinhlaso1 bomeyeucon chungtinh1 chungtinh123 vietnam123 vietnam1234
  vietnam1945 vietnam1975 vietnamvodich vodichvietnam hanoi12345 hanoi123456 saigon1234 saigon12345 cantho1234 danang1234
  thanhnien123 thanhnien1 hocsinh123 hocsinh1234 sinhvien123 sinhvien1234 lophoc1234 truonghoc123 giaovien123
  conga12345 concho1234 conmeocon1 nguyenvana nguyenvana1 nguyenvana123 ngocanh123 thanhthao1 minhanh123 tuananh123
  hoangtu123 congchua12 congchua123 deptrai123 deptrai1234 xinhgai123 muaxuan123 honganh123 phuongthao hoahong123
  doanthanhnien doanthanhnien123 ytuongsangtao yhay123456 yhayyhayyhay tuoitre123 nhandan123 congan1131 thuongmai123
  thanhcong123 thanhcong1 maimaiyeuem maimaimotinhyeu maimaiyeuanh khongbaogio khongquenem chucmungnammoi sinhnhatvuive
  trangchu123 giaothong1 mobifone123 vinaphone123 viettel123 viettel1234 samsung123 samsung1234 nokia12345 iphone12345
  nguyen123456 nguyen12345 tranvan123 levan12345 phamvan123 hoangvan123 nguyenvan123 nguyenthi123 quocanh123 trungkien1
  asdf123456 asdf12345678 zaq12wsx34 zaq1zaq1zaq1 qazwsxedc1 qazwsxedc123 qazwsx1234 1a2b3c4d5e 123qwe123qwe 123qweasdzxc
  123abc123abc 123456abcdef 123456qwerty 123456789abc 123456aabbcc 123hoang123 6666666666 8888888888 9999999999 7777777777
  2222222222 3333333333 4444444444 5555555555 5201314520 13145201314 1593572468 159753456852 0909090909 0912345678
  0123456789a 0123456789012 01234567890 1020304050 102030405060 1212121212 1313131313 6868686868 8686868686 7979797979`
    .split(/\s+/)
    .filter(Boolean),
);
