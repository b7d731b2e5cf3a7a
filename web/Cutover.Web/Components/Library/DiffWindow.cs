using System.Collections.Immutable;
using Cutover.Core.Playbooks.Versions;

namespace Cutover.Web.Components.Library;

/// <summary>The lines of a comparison that differ, with a few around them.</summary>
public static class DiffWindow
{
    private const int Around = 3;

    /// <summary>Null stands for lines that are left out.</summary>
    public static IEnumerable<DiffLine?> Of(ImmutableArray<DiffLine> lines)
    {
        var shown = Enumerable.Range(0, lines.Length).Where(index => lines[index].Change != LineChange.Same)
            .SelectMany(index => Enumerable.Range(index - Around, (2 * Around) + 1)).ToHashSet();
        var leftOut = false;
        for (var index = 0; index < lines.Length; index++)
        {
            if (shown.Contains(index))
            {
                yield return lines[index];
                leftOut = false;
            }
            else if (!leftOut)
            {
                yield return null;
                leftOut = true;
            }
        }
    }
}
