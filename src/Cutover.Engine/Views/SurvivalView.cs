using System.Collections.Immutable;
using Cutover.Core.Survival;

namespace Cutover.Engine.Views;

/// <summary>How long the connections live that Cutover's own probes hold to both stacks.</summary>
/// <param name="Source">Drops per 1,000 connection-minutes with their exact 95 % interval, and the age that few survive.</param>
/// <param name="Words">The same in sentences, and what one stack has that the other has not.</param>
public sealed record SurvivalView(SurvivalReport Source, SurvivalReport Target, ImmutableArray<string> Words)
{
    internal static SurvivalView Of(string sourceName, SurvivalReport source, string targetName, SurvivalReport target) => new(
        source,
        target,
        [
            .. new[]
            {
                source.Describe(sourceName),
                target.Describe(targetName),
                target.Compare(targetName, source, sourceName) ?? source.Compare(sourceName, target, targetName),
            }.OfType<string>().Select(words => $"{words}."),
        ]);
}
