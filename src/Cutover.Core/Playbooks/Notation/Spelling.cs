namespace Cutover.Core.Playbooks.Notation;

/// <summary>Finds the word that someone meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest of the words, or null when none is near enough to be what was meant.</summary>
    public static string? Nearest(string written, IEnumerable<string> words)
    {
        var plain = Plain(written);
        var nearest = words
            .Select(word => (Word: word, Distance: Distance(plain, Plain(word))))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        return nearest.Word is not null && nearest.Distance <= Math.Max(1, nearest.Word.Length / 3) ? nearest.Word : null;
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.</summary>
    public static int Distance(string from, string to)
    {
        var (before, previous, current) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray(), new int[to.Length + 1]);
        for (var i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(substituted, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[to.Length];
    }

    /// <summary>set_identifier, SetIdentifier and set-identifier are one word; nothing longer than this is a slip of the pen.</summary>
    private static string Plain(string word) =>
        string.Concat(word.Take(64).Where(c => c is not ('_' or '-' or ' '))).ToLowerInvariant();
}
