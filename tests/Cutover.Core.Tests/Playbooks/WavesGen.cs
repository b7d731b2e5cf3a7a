using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using CsCheck;

namespace Cutover.Core.Tests.Playbooks;

/// <summary>Random waves and DNS policies that keep every rule.</summary>
internal static class WavesGen
{
    public static Gen<DnsPolicy> Dns { get; } = Gen.Select(
        Gen.Int[1, 100_000], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.OneOf(["1.1.1.1", "8.8.8.8:53", "::1", "[2001:db8::1]:5353"]).HashSet[0, 3],
        (seconds, lowers, restores, observes, owns, resolvers) => new DnsPolicy(
            lowers ? new TtlPolicy(TimeSpan.FromSeconds(seconds), restores) : null,
            new ObservationPolicy(observes, [.. resolvers]),
            owns));

    /// <summary>The wave that each name goes to.</summary>
    public static Gen<int[]> Grouping { get; } = Gen.Int[0, 3].Array[8];

    /// <summary>The playbook with its records in waves, some of which have steps of their own, and with the waves kept apart.</summary>
    public static Playbook Divide(Playbook playbook, int[] grouping, ImmutableArray<Step>?[] own)
    {
        var waves = playbook.Records.Select(record => record.Name).Distinct()
            .Select((name, index) => (name, wave: grouping[index]))
            .GroupBy(pair => pair.wave, pair => pair.name)
            .Select(group => new Wave($"wave {group.Key}", [.. group], own[group.Key] ?? playbook.Steps))
            .ToImmutableArray();
        var firsts = waves.Select(wave => wave.Records[0]).ToImmutableArray();
        return playbook with
        {
            Steps = waves.Any(wave => wave.Steps == playbook.Steps) ? playbook.Steps : [],
            Waves = waves,
            Apart = firsts.Length > 1 ? [firsts] : [],
        };
    }
}
