"""Who publishes a site, by its host, and the five articles that are cited without an address."""

from __future__ import annotations

from dataclasses import dataclass

_PROVINCE = "tỉnh Bà Rịa – Vũng Tàu"

PUBLISHERS = {
    "baobariavungtau.com.vn": "Báo Bà Rịa – Vũng Tàu",
    "baobinhthuan.com.vn": "Báo Bình Thuận",
    "baodautu.vn": "Báo Đầu tư",
    "baodongnai.com.vn": "Báo Đồng Nai",
    "baodongthap.vn": "Báo Đồng Tháp",
    "baogialai.com.vn": "Báo Gia Lai",
    "baohaiduong.vn": "Báo Hải Dương",
    "baohaiphong.vn": "Báo Hải Phòng",
    "baomoi.com": "Báo Mới",
    "baotangbrvt.org.vn": f"Bảo tàng {_PROVINCE}",
    "baotintuc.vn": "Báo Tin tức",
    "bnews.vn": "Bnews",
    "congnghieptieudung.vn": "Công nghiệp và Tiêu dùng",
    "congthuong.vn": "Báo Công Thương",
    "daidoanket.vn": "Báo Đại Đoàn Kết",
    "danviet.vn": "Dân Việt",
    "dichvucong.moit.gov.vn": "Bộ Công Thương",
    "hethongphapluat.com": "Hệ thống pháp luật",
    "hethongphapluat.vn": "Hệ thống pháp luật",
    "ketnoinonglamthuysan-sonnptnt.baria-vungtau.gov.vn": f"Sở Nông nghiệp và Phát triển nông thôn {_PROVINCE}",
    "khuyencong.baria-vungtau.gov.vn": f"Trung tâm Khuyến công và Tư vấn phát triển công nghiệp {_PROVINCE}",
    "khuyencongbinhthuan.com.vn": "Khuyến công Bình Thuận",
    "langngheviet.com.vn": "Làng nghề Việt",
    "luatminhkhue.vn": "Luật Minh Khuê",
    "nganhangphapluat.thukyluat.vn": "Ngân hàng pháp luật",
    "nhandan.com.vn": "Báo Nhân Dân",
    "nhandan.vn": "Báo Nhân Dân",
    "nld.com.vn": "Báo Người Lao Động",
    "nongnghiepmoitruong.vn": "Báo Nông nghiệp và Môi trường",
    "phunuonline.com.vn": "Báo Phụ Nữ",
    "sct.laichau.gov.vn": "Sở Công Thương Lai Châu",
    "seafood.vasep.com.vn": "VASEP",
    "sggp.org.vn": "Báo Sài Gòn Giải Phóng",
    "soct.baria-vungtau.gov.vn": f"Sở Công Thương {_PROVINCE}",
    "sokhcn.baria-vungtau.gov.vn": f"Sở Khoa học và Công nghệ {_PROVINCE}",
    "sonnptnt.baria-vungtau.gov.vn": f"Sở Nông nghiệp và Phát triển nông thôn {_PROVINCE}",
    "tapchicaosu.vn": "Tạp chí Cao su",
    "tapchicongthuong.vn": "Tạp chí Công Thương",
    "thanhnien.vn": "Báo Thanh Niên",
    "thoibaotaichinhvietnam.vn": "Thời báo Tài chính Việt Nam",
    "thoibaovietlangnghe.com.vn": "Thời báo Làng nghề Việt",
    "thuvienphapluat.vn": "Thư viện Pháp luật",
    "tuoitrethudo.vn": "Báo Tuổi trẻ Thủ đô",
    "ven.congthuong.vn": "Vietnam Economic News",
    "ven.vn": "Vietnam Economic News",
    "vietnam.vn": "Vietnam.vn",
    "vietnam.vnanet.vn": "Thông tấn xã Việt Nam",
    "vietnamnet.vn": "VietNamNet",
    "vietnamnews.vn": "Viet Nam News",
    "vietnamplus.vn": "VietnamPlus",
    "vietstock.vn": "Vietstock",
    "vir.com.vn": "Vietnam Investment Review",
    "vnbusiness.vn": "VnBusiness",
    "vnexpress.net": "VnExpress",
}


@dataclass(frozen=True)
class Seed:
    """An article that the tables cite by its file name.

    Arguments:
        title: its title, or what it is.
        date: its date, if known.
    """

    title: str
    date: str | None = None


SEEDS = {
    "000": Seed("Phát huy vai trò hoạt động khuyến công trên địa bàn tỉnh Bà Rịa – Vũng Tàu"),
    "001": Seed("Nhiệm vụ trọng tâm của công tác khuyến công Đồng Nai năm 2022"),
    "002": Seed("Ban hành Kế hoạch khuyến công địa phương năm 2023"),
    "003": Seed(
        "Hải Phòng: Xây dựng, đăng ký kế hoạch khuyến công năm 2023 theo hướng có trọng tâm, trọng điểm",
        "2022-05-17",
    ),
    "004": Seed("Bài tổng kết hoạt động khuyến công giai đoạn 2014–2020 (tỉnh Bà Rịa – Vũng Tàu)"),
}


def publisher_of(host: str) -> str | None:
    """Name the publisher of a host or of the site it belongs to; nothing when it is not evident.

    Arguments:
        host: for instance `m.baomoi.com`; the longest known ending decides.
    """
    labels = host.split(".")
    endings = (".".join(labels[start:]) for start in range(len(labels)))
    return next((PUBLISHERS[ending] for ending in endings if ending in PUBLISHERS), None)
