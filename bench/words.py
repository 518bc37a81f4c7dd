"""Vietnamese-looking text: common syllables, the frequent ones often and the rare ones seldom, as in real prose."""

from __future__ import annotations

import random
from itertools import accumulate

# Roughly from the most to the least frequent; a word's share falls with its place in the list (Zipf's law).
SYLLABLES = tuple(
    """
    và của các có được cho trong là công với sản những một người để xuất nghề ra đã về khi cơ sở làm phẩm từ nông thôn
    này đến năm tại phát triển không hoạt động nghiệp khuyến tỉnh huyện xã hỗ trợ máy móc thiết bị chế biến kinh tế
    thị trường lao việc hàng hóa chất lượng kỹ thuật đào tạo chương trình kế hoạch kết quả thực hiện theo quy định
    địa phương doanh hợp tác gia đình làng truyền thống thủ mỹ chủ tiêu biểu bình chọn cấp quốc khu vực tổ chức
    đầu tư vốn nguồn lực dự án đề tài mô hình trình diễn ứng dụng tiến bộ khoa học môi nước đất rừng biển cá mắm
    muối gạo bánh tráng bún miến trà cà phê tiêu điều ca cao mật ong nấm rau quả trái cây bưởi mít chuối dừa mía
    đường rượu gốm sứ đá gỗ tre nứa lá đan lát thêu dệt may in giấy sắt thép đúc đồng nhôm khí điện tử cắt gọt
    nhân dân cán quản lý cấp phòng ban sở bộ ngành trung tâm hội chợ triển lãm giao thương xúc quảng bá thương hiệu
    nhãn bao đóng gói kiểm tra giám sát an toàn vệ sinh thực tiết kiệm năng sạch hơn xanh tuần hoàn bền vững nhỏ vừa
    lớn mới cũ cao thấp nhanh chậm tốt đẹp nhiều ít hơn cùng cũng còn như mà thì nên vì do nếu tuy nhưng hay hoặc
    bằng qua trên dưới trước sau giữa ngoài gần xa nơi lúc ngày tháng quý giờ mùa vụ sáng chiều tối hôm nay mai
    anh chị em bà con thợ nghệ viên trẻ già học dạy truyền giữ gìn bảo tồn phục vụ khách hàng mua bán giá tiền lãi
    thu nhập tăng giảm đạt vượt chỉ mục số lần tỷ triệu nghìn trăm phần tổng bình quân mức độ khoảng hơn kém đủ
    xây dựng nhà xưởng kho bãi đường bến cảng xe tàu chở giao nhận trạm sông suối núi đồi vườn ruộng ao hồ chuồng
    nuôi trồng tưới bón gặt hái phơi sấy ướp lên men ủ nấu rang xay ép lọc đánh bắt kéo lưới thuyền ghe mành chiếu
    nón lụa vải sợi bông len da giày túi hộp chai lọ tem mã vạch truy xuất nguồn gốc điện mạng sàn bán trực tuyến
    hồ sơ đơn thư mẫu quyết văn bản nghị thông chỉ thị công báo luật điều khoản mục căn cứ thẩm xét duyệt cấp phép
    chứng nhận danh giải thưởng bằng khen tôn vinh trao lễ hội nghị thảo tập huấn lớp khóa tham quan học hỏi kinh
    nghiệm chia sẻ ý kiến đóng góp mong muốn hy vọng cần phải nhờ giúp đỡ quan tâm chăm lo gắn kết nối liên chuỗi
    giá trị cạnh tranh sáng tạo khởi đổi chuyển số tự hóa dây chuyền khuôn linh kiện phụ tùng lắp ráp sửa chữa
    bảo dưỡng vận hành thử nghiệm hiệu suất tiêu hao nguyên nhiên vật liệu phế thải tái xử lý khói bụi ồn rác
    """.split()
)
_WEIGHTS = tuple(accumulate(1 / (place + 3) for place in range(len(SYLLABLES))))

MAKES = (
    "bánh tráng,bánh hỏi,bún tươi,nước mắm,mắm ruốc,muối hầm,cá khô,chả cá,mực một nắng,trà thảo mộc,cà phê rang xay,"
    "ca cao,hạt điều,tiêu sọ,mật ong,rượu gạo,nấm sấy,trái cây sấy,mứt hạt bàng,chuối sấy,bưởi da xanh,tinh dầu,"
    "đồ gỗ,mây tre đan,chiếu cói,gốm mỹ nghệ,tranh vỏ ốc,đá mỹ nghệ,dệt thổ cẩm,thêu tay,nón lá,đúc đồng,đúc gang,"
    "máy sấy,máy tách vỏ,cửa sắt,khuôn mẫu,phụ tùng tàu cá,lưới đánh cá,gạch không nung,bao bì giấy,đồ nhựa gia dụng,"
    "phân hữu cơ,thức ăn chăn nuôi,xà phòng thảo dược,nến thơm"
).split(",")
GIVEN = (
    "An,Bình,Cẩm,Châu,Đại,Đức,Gia,Hà,Hải,Hòa,Hồng,Hưng,Khánh,Kim,Lâm,Liên,Long,Mai,Minh,Nam,Ngọc,Nhật,Phát,Phong,"
    "Phú,Phúc,Phước,Quang,Sơn,Tâm,Tân,Thành,Thảo,Thịnh,Thuận,Tiến,Trường,Tuấn,Vạn,Việt,Vinh,Xuân,Yên"
).split(",")


class Text:
    """Draws words and sentences.

    Arguments:
        rng: the source of chance.
    """

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def words(self, count: int) -> list[str]:
        """Draw words."""
        return self.rng.choices(SYLLABLES, cum_weights=_WEIGHTS, k=count)

    def phrase(self, least: int, most: int) -> str:
        """Draw some words and begin them with a capital."""
        return capital(" ".join(self.words(self.rng.randint(least, most))))

    def name(self) -> str:
        """Draw a name of two syllables."""
        return f"{self.rng.choice(GIVEN)} {self.rng.choice(GIVEN)}"


def capital(text: str) -> str:
    """Make the first letter a capital."""
    return text[:1].upper() + text[1:]
