"""`itagen completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_USE = {
    "bash": 'เติมบรรทัดนี้ใน ~/.bashrc · add to ~/.bashrc:  eval "$(itagen completion bash)"',
    "zsh": 'เติมบรรทัดนี้ใน ~/.zshrc หลัง compinit · add to ~/.zshrc:  eval "$(itagen completion zsh)"',
    "fish": "สั่งครั้งเดียว · once:  itagen completion fish > ~/.config/fish/completions/itagen.fish",
}


@click.command("completion")
@click.argument("shell", type=click.Choice(list(_USE)))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """แสดงสคริปต์ที่ให้กด Tab เติมคำสั่ง แบบตรวจ และรหัสข้อ (print the script for a shell's Tab).

    วิธีใช้อยู่ในบรรทัดแรกของสคริปต์ (its first line tells how to use it)
    """
    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(ctx.find_root().command, {}, "itagen", "_ITAGEN_COMPLETE")
    # zsh looks for `#compdef` in the first line of a file, so that the use stands below.
    head, _, rest = (script.source_template % script.source_vars()).lstrip("\n").partition("\n")
    click.echo(
        f"{head}\n# {_USE[shell]}\n{rest}" if shell == "zsh" else f"# {_USE[shell]}\n{head}\n{rest}"
    )
