using System.Collections.Immutable;

namespace Cutover.Core.Playbooks.Versions;

/// <summary>Compares two texts line by line; line ends of every kind are the same.</summary>
public static class LineDiff
{
    // Beyond this the table would take more memory than the answer is worth: the middle then counts as replaced.
    private const long MostCells = 4_000_000;

    /// <summary>Every line of both texts in order; of two equal parts the longest common sequence counts as unchanged.</summary>
    public static ImmutableArray<DiffLine> Of(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var head = CommonHead(old, now);
        var tail = CommonTail(old, now, head);
        var lines = ImmutableArray.CreateBuilder<DiffLine>(Math.Max(old.Length, now.Length));
        for (var line = 0; line < head; line++)
        {
            lines.Add(Same(old, line, line));
        }

        AddMiddle(lines, old, now, head, tail);
        for (var left = tail; left > 0; left--)
        {
            lines.Add(Same(old, old.Length - left, now.Length - left));
        }

        return lines.ToImmutable();
    }

    private static string[] Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static int CommonHead(string[] old, string[] now)
    {
        var head = 0;
        while (head < old.Length && head < now.Length && old[head] == now[head])
        {
            head++;
        }

        return head;
    }

    private static int CommonTail(string[] old, string[] now, int head)
    {
        var tail = 0;
        while (tail < old.Length - head && tail < now.Length - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        return tail;
    }

    private static void AddMiddle(ImmutableArray<DiffLine>.Builder lines, string[] old, string[] now, int head, int tail)
    {
        var (lastOld, lastNow) = (old.Length - tail, now.Length - tail);
        var common = Common(old, now, head, lastOld, lastNow);
        for (var (i, j) = (head, head); i < lastOld || j < lastNow;)
        {
            if (i < lastOld && j < lastNow && old[i] == now[j] && common is not null)
            {
                lines.Add(Same(old, i++, j++));
            }
            else if (i < lastOld && (j == lastNow || common is null || common[i - head + 1, j - head] >= common[i - head, j - head + 1]))
            {
                lines.Add(new DiffLine(LineChange.Removed, i + 1, null, old[i++]));
            }
            else
            {
                lines.Add(new DiffLine(LineChange.Added, null, j + 1, now[j++]));
            }
        }
    }

    // How many lines the rests from each pair of places have in common; null where the table would be too large.
    private static int[,]? Common(string[] old, string[] now, int head, int lastOld, int lastNow)
    {
        var (height, width) = (lastOld - head, lastNow - head);
        if ((long)height * width > MostCells)
        {
            return null;
        }

        var common = new int[height + 1, width + 1];
        for (var i = height - 1; i >= 0; i--)
        {
            for (var j = width - 1; j >= 0; j--)
            {
                common[i, j] = old[head + i] == now[head + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static DiffLine Same(string[] old, int before, int after) => new(LineChange.Same, before + 1, after + 1, old[before]);
}
