namespace Cutover.Core.Playbooks.Yaml;

/// <summary>Finds the bracket that is to blame when the parser only knows that one is missing.</summary>
internal static class Brackets
{
    /// <summary>The innermost bracket that is left open, or closed by the other kind; null when all are in order.</summary>
    public static (int Line, int Column, char Closing)? Unclosed(string text)
    {
        var open = new Stack<(int Line, int Column, char Closing)>();
        foreach (var (number, line) in SourceLines.Numbered(text))
        {
            foreach (var (column, sign) in Signs(line))
            {
                if (sign is '[' or '{')
                {
                    open.Push((number, column, sign == '[' ? ']' : '}'));
                }
                else if (open.TryPeek(out var last) && last.Closing != sign)
                {
                    return last;
                }
                else
                {
                    open.TryPop(out _);
                }
            }
        }

        return open.TryPeek(out var left) ? left : null;
    }

    /// <summary>The brackets of a line that stand neither in quotes nor in a comment.</summary>
    private static IEnumerable<(int Column, char Sign)> Signs(string line)
    {
        var (quote, before) = ('\0', ' ');
        for (var at = 0; at < line.Length; at++)
        {
            var sign = line[at];
            if (quote != '\0')
            {
                quote = sign == quote ? '\0' : quote;
            }
            else if (sign == '#' && (at == 0 || line[at - 1] == ' '))
            {
                yield break;
            }
            else if (sign is '"' or '\'' && before is (':' or ',' or '[' or '{' or '-' or ' '))
            {
                quote = sign;
            }
            else if (sign is '[' or ']' or '{' or '}')
            {
                yield return (at + 1, sign);
            }

            before = sign == ' ' ? before : sign;
        }
    }
}
