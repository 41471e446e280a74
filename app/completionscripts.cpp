#include "app/completion.h"

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

QString bashScript()
{
    return uR"sh(# Completion of faultline for bash. Load it from ~/.bashrc:  source <(faultline completion bash)
_faultline() {
    local line directive=4 typed=${COMP_LINE:0:COMP_POINT}
    local -a words found=()
    read -ra words <<<"$typed"
    [[ $typed == *[[:space:]] ]] && words+=("")
    while IFS= read -r line; do
        case $line in
        :*) directive=${line#:} ;;
        *) found+=("${line%%$'\t'*}") ;;
        esac
    done < <(faultline __complete "${words[@]:1}" 2>/dev/null)
    # Bash breaks words at these: what stands before the last one is on the line already.
    local current=${words[-1]} head=
    [[ $COMP_WORDBREAKS == *:* && $current == *:* ]] && head=${current%"${current##*:}"}
    [[ $COMP_WORDBREAKS == *=* && -z $head && $current == *=* ]] && head=${current%"${current##*=}"}
    COMPREPLY=("${found[@]#"$head"}")
    if ((${#found[@]} == 0 && directive == 0)); then
        compopt -o default 2>/dev/null
        COMPREPLY=()
    fi
}
complete -F _faultline faultline
)sh"_s;
}

QString zshScript()
{
    return uR"sh(#compdef faultline
# Completion of faultline for zsh: save it as _faultline in a folder of $fpath, or  source <(faultline completion zsh)
_faultline() {
    local line directive=4
    local -a found
    for line in "${(@f)$(faultline __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        if [[ $line == :* ]]; then
            directive=${line#:}
        elif [[ -n $line ]]; then
            found+=("${line%%$'\t'*}")
        fi
    done
    if (( $#found )); then
        compadd -a found
    elif (( directive == 0 )); then
        _files
    fi
}
if [[ $funcstack[1] == _faultline ]]; then
    _faultline "$@"
else
    compdef _faultline faultline
fi
)sh"_s;
}

QString fishScript()
{
    return uR"sh(# Completion of faultline for fish: save it as ~/.config/fish/completions/faultline.fish
function __faultline_complete
    set -l words (commandline -opc) "$(commandline -ct)"
    set -l lines (faultline __complete $words[2..-1] 2>/dev/null)
    set -l found (string match -v -r '^:' -- $lines)
    if test (count $found) -eq 0; and test "$lines[-1]" = ":0"
        __fish_complete_path (commandline -ct)
    else
        printf '%s\n' $found
    end
end
complete -c faultline -f -a '(__faultline_complete)'
)sh"_s;
}

} // namespace

std::optional<QString> completionScript(const QString &shell)
{
    if (shell == "bash"_L1)
        return bashScript();
    if (shell == "zsh"_L1)
        return zshScript();
    return shell == "fish"_L1 ? std::optional(fishScript()) : std::nullopt;
}

} // namespace faultline::app
