"""The page that a browser shows in place of one that it has not kept."""

OFFLINE_URL = "/ngoai-tuyen/"
OFFLINE_TITLE = "Đọc khi mất mạng"
