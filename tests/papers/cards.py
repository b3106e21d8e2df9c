"""A member's year of programme 44-KH, as the picture gets it."""

from papers.progress_picture import CategoryBlock, LegendEntry, ProgressCard, TaskLine, TaskState

LABELS = {
    TaskState.DONE: "Đã xong",
    TaskState.PROVISIONAL: "Tạm đạt",
    TaskState.WAITING: "Đang chờ duyệt",
    TaskState.RETURNED: "Cần bổ sung",
    TaskState.IN_PROGRESS: "Đang làm",
    TaskState.NOT_STARTED: "Chưa bắt đầu",
    TaskState.MISSED: "Quá hạn",
}


def task(code: str, title: str, state: TaskState, note: str = "") -> TaskLine:
    return TaskLine(code, title, state, LABELS[state], note)


SAMPLE = ProgressCard(
    title="Hành trình “Người Cộng sản trẻ”",
    season="Năm 2026",
    name="Nguyễn Thị Thu Hương",
    group="Tổ 3 · Đoàn cơ sở Sở Tư pháp",
    done=4,
    needed=7,
    done_label="nhiệm vụ",
    outcome_label="Còn 3 nhiệm vụ, vẫn kịp",
    categories=(
        CategoryBlock(
            "Nhiệm vụ bắt buộc",
            1,
            3,
            (
                task(
                    "BB1",
                    "Hoàn thành nhiệm vụ chuyên môn tại đơn vị",
                    TaskState.PROVISIONAL,
                    "chờ xác nhận cuối năm",
                ),
                task(
                    "BB2",
                    "Học tập, quán triệt nghị quyết, nghe thời sự quý",
                    TaskState.IN_PROGRESS,
                    "3/4 lần, đến 31/12",
                ),
                task(
                    "BB3",
                    "Viết bài cảm nhận, thể hiện nguyện vọng vào Đảng",
                    TaskState.DONE,
                    "cấp ủy duyệt 12/05/2026",
                ),
            ),
        ),
        CategoryBlock(
            "Nhiệm vụ rèn luyện",
            2,
            3,
            (
                task(
                    "RL1",
                    "Phụ trách nội dung sinh hoạt chủ điểm hoặc tổ chức buổi sinh hoạt chi đoàn",
                    TaskState.DONE,
                    "28/03/2026",
                ),
                task(
                    "RL2",
                    "Tham gia tổ chức hoạt động tình nguyện an sinh xã hội",
                    TaskState.WAITING,
                    "BCH Đoàn cơ sở, từ 18/09/2026",
                ),
                task("RL4", "Tham gia hội thi từ cấp Khối trở lên", TaskState.DONE, "20/06/2026"),
                task(
                    "RL5",
                    "Tham gia diễn đàn đối thoại, gặp gỡ",
                    TaskState.RETURNED,
                    "thiếu danh sách tham dự",
                ),
            ),
        ),
        CategoryBlock(
            "Nhiệm vụ thử thách",
            1,
            1,
            (
                task("TT1", "Sinh hoạt Câu lạc bộ lý luận trẻ cấp Khối", TaskState.DONE, "15/04/2026"),
                task("TT4", "Hoàn thành lớp tìm hiểu về Đảng", TaskState.NOT_STARTED, "hạn 31/10/2026"),
            ),
        ),
    ),
    legend=tuple(LegendEntry(state, label) for state, label in LABELS.items()),
    printed_on="Cập nhật ngày 21/09/2026. Kết quả dùng để theo dõi rèn luyện; "
    "việc xem xét, kết nạp do cấp ủy quyết định.",
)
