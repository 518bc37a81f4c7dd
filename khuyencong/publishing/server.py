"""Takes a site to a server of its own: a new folder for each release, and one link that says which of them is shown.

Nothing that readers see is ever written into. A release is uploaded beside the others, held against its manifest, and
shown by renaming a link, which is one step. So whatever is cut off, killed or full, the link leads to a whole site.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from khuyencong.publishing.finishing import MANIFEST, SITE
from khuyencong.publishing.health import sickness
from khuyencong.publishing.settings import DeployError, Server

RELEASES, INCOMING = "releases", ".incoming-"
CURRENT, PREVIOUS = "current", "previous"
_NAME = re.compile(r"[0-9]{8}-[0-9]{6}-[0-9a-f]{8}")
BUSY = 75
"""What `flock` answers when somebody else deploys."""
MAY_GO_ON = frozenset({12, 20, 30, 35, 255})
"""What rsync answers when the connection broke: the next deploy need not send again what has arrived (rsync(1))."""
MOST_LEFT = 2
"""Uploads that were cut off and are kept for that."""
Say = Callable[[str], None]


class Remote:
    """The server, reached by SSH.

    Arguments:
        server: where it is.
    """

    def __init__(self, server: Server) -> None:
        """Put the options of SSH together: it never asks anything, and gives up a connection that is dead."""
        self.server = server
        config = ["-F", server.ssh_config] if server.ssh_config else []
        port = ["-p", str(server.port)] if server.port else []
        user = ["-l", server.user] if server.user else []
        steady = ["-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "-o", "ServerAliveInterval=5"]
        self.ssh = ["ssh", *config, *steady, *port, *user]

    def run(self, script: str) -> str:
        """Run a script of the shell in the folder of releases; give what it printed.

        Raises:
            DeployError: when it fails.
        """
        done = subprocess.run(
            [*self.ssh, self.server.host, _in_folder(self.server.folder, script)],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        if done.returncode != 0:
            raise DeployError(f"Máy chủ {self.server.host} báo lỗi: {done.stderr.strip() or done.returncode}")
        return done.stdout.strip()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep everybody else from deploying. The lock is held by the connection: it goes when this process goes.

        Raises:
            DeployError: when somebody else deploys, or the server cannot be reached.
        """
        held = f"mkdir -p {RELEASES} && exec flock -n -E {BUSY} {RELEASES}/.lock sh -c 'echo held; exec cat >/dev/null'"
        script = _in_folder(self.server.folder, held)
        with subprocess.Popen(
            [*self.ssh, self.server.host, script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as holder:
            assert holder.stdin and holder.stdout and holder.stderr  # noqa: S101, PT018 - asked for above
            first = holder.stdout.readline()
            if first != "held\n":
                holder.stdin.close()
                said = f"{first}{holder.stderr.read()}".strip()
                if holder.wait() == BUSY:
                    raise DeployError("Đang có người khác đưa trang lên máy chủ. Hãy đợi lần đó xong.")
                raise DeployError(f"Không vào được máy chủ {self.server.host}: {said}")
            try:
                yield
            finally:
                holder.stdin.close()

    def upload(self, release: Path, incoming: str, shown: str) -> None:
        """Bring a release into a new folder; what the shown release or an upload cut off has already is not sent again.

        A file that stays the same keeps its time, as it is the same file: so its ETag stays, and browsers keep it.
        Each upload has a folder of its own, as the end of one that was cut off may still be running on the server.
        Folders that have files already are named from the root: rsync 3.2.7 with the fixes of Debian 12 follows
        neither `..` nor a link on the way to them, and says of each changed file that it "failed verification".

        Arguments:
            release: the release here.
            incoming: the name of the folder there.
            shown: the name of the release that is shown; empty for none.

        Raises:
            DeployError: when not all of it has arrived.
        """
        target = f"{self.server.host}:{self.server.folder}/{RELEASES}/{incoming}/"
        links = [f"--link-dest={one}/" for one in self._there_already(shown)]
        options = ["--recursive", "--checksum", "--chmod=D755,F644", "--timeout=60", "--rsh", shlex.join(self.ssh)]
        command = ["rsync", *options, *links, f"{release}/", target]
        done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if done.returncode == 0:
            return
        if done.returncode not in MAY_GO_ON:
            self.run(f"rm -rf {RELEASES}/{incoming}")  # what fills the disk helps nobody
        last = (done.stderr.strip().splitlines() or [f"rsync {done.returncode}"])[0]
        raise DeployError(f"Chưa tải lên hết: {last}. Trang đang chạy vẫn nguyên. Hãy thử lại.")

    def _there_already(self, shown: str) -> list[str]:
        """Give the whole paths of the shown release and of uploads that were cut off; the oldest are taken away."""
        releases, *found = self.run(f"cd {RELEASES} && pwd -P && (ls -d {INCOMING}* 2>/dev/null || true)").splitlines()
        left = sorted(one for one in found if _NAME.fullmatch(one.removeprefix(INCOMING)))
        if left[:-MOST_LEFT]:
            self.run(f"cd {RELEASES} && rm -rf -- {' '.join(left[:-MOST_LEFT])}")
        return [f"{releases}/{one}" for one in (shown, *left[-MOST_LEFT:]) if one]


def _in_folder(folder: str, script: str) -> str:
    """Write a command for the server: for `sh`, whatever shell its user has."""
    there = shlex.quote(folder)
    return f"exec sh -c {shlex.quote(f'umask 022; mkdir -p {there} && cd {there} && set -e && {script}')}"


def deploy(release: Path, server: Server, say: Say) -> None:
    """Take a release to a server and show it; go back to the one before when it is not healthy there.

    Arguments:
        release: the folder that `make publish` has written.
        server: where to.
        say: is told each step.

    Raises:
        DeployError: when readers do not get the new release; they get the old one then.
    """
    held = (release / SITE / MANIFEST).read_bytes()
    name = f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{sha256(held).hexdigest()[:8]}"
    remote = Remote(server)
    with remote.alone():
        before = _shown(remote)
        say(f"Tải lên {server.host} …")
        incoming = f"{INCOMING}{name}"
        remote.upload(release, incoming, before)
        say("Soát từng tệp trên máy chủ …")
        checked = f"(cd {RELEASES}/{incoming}/{SITE} && sha256sum --check --quiet --strict {MANIFEST} >&2)"
        # The end of an upload that was cut off may still write into its folder; the next deploy takes that away.
        tidied = f"{{ rm -rf {RELEASES}/{INCOMING}* || true; }}"
        remote.run(f"{checked} && mv -T {RELEASES}/{incoming} {RELEASES}/{name} && {tidied}")
        _show(remote, name, before)
        say("Thử trang mới …")
        fault = _reloaded(remote) or sickness(server.url, release / SITE, server.wait)
        if fault:
            _go_back(remote, name, before, fault)
        _clean(remote)
    say(f"Đã đưa bản {name} lên {server.url}.")


def roll_back(server: Server, say: Say) -> None:
    """Show the release before the one that is shown.

    Raises:
        DeployError: when there is none.
    """
    remote = Remote(server)
    with remote.alone():
        now, before = _shown(remote), _shown(remote, PREVIOUS)
        if not before or before == now:
            raise DeployError("Trên máy chủ không có bản trước để quay lại.")
        _show(remote, before, now)
        fault = _reloaded(remote)
        if fault:
            raise DeployError(f"Đã quay lại bản {before}, nhưng {fault}.")
    say(f"Đã quay lại bản {before}.")


def _shown(remote: Remote, link: str = CURRENT) -> str:
    """Give the name of the release that a link leads to; empty for none."""
    found = remote.run(f'if [ -d {link}/ ]; then basename "$(readlink {link})"; fi')
    return found if _NAME.fullmatch(found) else ""


def _show(remote: Remote, name: str, before: str) -> None:
    """Let the links lead to a release and to the one before it, which pages that are open still need."""
    steps = [_link(PREVIOUS, before)] if before else []
    remote.run(" && ".join([*steps, _link(CURRENT, name)]))


def _link(link: str, name: str) -> str:
    return f"ln -sfn {RELEASES}/{name} .{link}.new && mv -T .{link}.new {link}"


def _reloaded(remote: Remote) -> str:
    """Let the web server read the release's configuration; give what it complains of."""
    if not remote.server.reload:
        return ""
    try:
        remote.run(remote.server.reload)
    except DeployError as error:
        return f"máy chủ web không nhận cấu hình mới ({error})"
    return ""


def _go_back(remote: Remote, name: str, before: str, fault: str) -> None:
    if not before:
        raise DeployError(f"Bản {name} chưa chạy tốt: {fault}. Chưa có bản trước để quay lại.")
    try:
        remote.run(_link(CURRENT, before))
        again = _reloaded(remote)
        remote.run(f"rm -rf {RELEASES}/{name}")
    except DeployError as error:
        message = f"Bản mới chưa chạy tốt: {fault}. Chưa quay lại được bản {before}: {error} Hãy chạy make rollback."
        raise DeployError(message) from error
    also = f" Máy chủ web còn báo: {again}." if again else ""
    raise DeployError(f"Bản mới chưa chạy tốt: {fault}. Đã tự quay lại bản {before}.{also}")


def _clean(remote: Remote) -> None:
    """Take away the oldest releases, never one that a link leads to."""
    shown, *there = remote.run(f"echo $(readlink {CURRENT} {PREVIOUS}); ls {RELEASES}").splitlines()
    releases = sorted(name for name in there if _NAME.fullmatch(name))
    too_many = max(0, len(releases) - remote.server.keep)
    gone = [name for name in releases if name not in shown][:too_many]
    if gone:
        remote.run(f"cd {RELEASES} && rm -rf -- {' '.join(gone)}")
