using System.Collections.Immutable;
using Cutover.Lab.Route53.Zones;

namespace Cutover.Lab.Dns;

/// <summary>Answers questions from what is in force in the hosted zones, as Route 53's name servers do.</summary>
/// <param name="random">Draws among weighted record sets; used under a lock.</param>
public sealed class ZoneResolver(HostedZones zones, Random random)
{
    /// <summary>The TTL of an alias to a load balancer, in seconds.</summary>
    public const int LoadBalancerTtl = 60;

    private const int MostHops = 8;
    private readonly Lock _gate = new();
    private volatile FrozenContent? _frozen;

    /// <summary>While true the answers stay as they were when it was set, whatever is changed in the zones.</summary>
    public bool IsFrozen
    {
        get => _frozen is not null;
        set => _frozen = value ? new(zones.All.ToImmutableDictionary(zone => zone.Id, zone => zone.Authoritative)) : null;
    }

    /// <summary>The answer to one question; a CNAME is followed as far as the zones here reach.</summary>
    /// <param name="name">In the form Route 53 stores names.</param>
    /// <param name="type">For example <c>A</c>.</param>
    public ZoneAnswer Resolve(string name, string type)
    {
        var zone = zones.FindFor(name);
        var chain = ImmutableArray<AnswerRecord>.Empty;
        if (zone is null)
        {
            return ZoneAnswer.Refused;
        }

        for (var hop = 0; hop < MostHops && zone is not null; hop++)
        {
            var content = ContentOf(zone);
            if (Owner(name, zone, content) is not { } owner)
            {
                return new(AnswerCode.NameError, chain, Soa(zone, content));
            }

            var records = Records(owner, type, zone, content).Select(record => record with { Name = name }).ToArray();
            var next = records.Length == 0 && type != "CNAME" ? Records(owner, "CNAME", zone, content).FirstOrDefault() : null;
            if (next is null)
            {
                return new(AnswerCode.NoError, chain.AddRange(records), records.Length == 0 ? Soa(zone, content) : null);
            }

            chain = chain.Add(next with { Name = name });
            name = DnsName.Normalize(next.Value);
            zone = zones.FindFor(name);
        }

        return new(AnswerCode.NoError, chain);
    }

    /// <summary>The name itself, the wildcard that stands in for it, or null when there is no such name.</summary>
    private static string? Owner(string name, HostedZone zone, ZoneContent content)
    {
        if (content.HasName(name))
        {
            return name;
        }

        var encloser = name;
        while (encloser != zone.Name && !content.HasName(encloser))
        {
            encloser = encloser[(encloser.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }

        var wildcard = @"\052." + encloser;
        return content.HasName(wildcard) ? wildcard : null;
    }

    private IEnumerable<AnswerRecord> Records(string owner, string type, HostedZone zone, ZoneContent content, int hop = 0)
    {
        ImmutableArray<ZoneRecordSet> siblings = [.. content.Find(owner, type)];
        return siblings.IsEmpty ? []
            : Choose(siblings).SelectMany(set => set.Alias is null ? Plain(set) : Aliased(set, set.Alias, zone, content, hop + 1));
    }

    private ZoneContent ContentOf(HostedZone zone) => _frozen?.Zones.GetValueOrDefault(zone.Id) ?? zone.Authoritative;

    private ImmutableArray<ZoneRecordSet> Choose(ImmutableArray<ZoneRecordSet> siblings)
    {
        lock (_gate)
        {
            return RecordSetChoice.Choose(siblings, zones.HealthChecks, random);
        }
    }

    private static IEnumerable<AnswerRecord> Plain(ZoneRecordSet set) =>
        set.Values.Select(value => new AnswerRecord(set.Name, set.Type, set.Ttl ?? 0, value));

    // Within its own zone an alias has the TTL of its target; the provider's own names have a fixed one.
    private IEnumerable<AnswerRecord> Aliased(ZoneRecordSet set, ZoneAlias alias, HostedZone zone, ZoneContent content, int hop)
    {
        if (hop > MostHops)
        {
            return [];
        }

        if (alias.HostedZoneId == zone.Id)
        {
            return Records(alias.DnsName, set.Type, zone, content, hop);
        }

        var target = zones.Find(alias.HostedZoneId) ?? zones.FindFor(alias.DnsName);
        return target is null ? []
            : Records(alias.DnsName, set.Type, target, ContentOf(target), hop).Select(record => record with { Ttl = LoadBalancerTtl });
    }

    private static AnswerRecord? Soa(HostedZone zone, ZoneContent content) =>
        content.Find(zone.Name, "SOA", null) is { } soa ? Plain(soa).First() : null;

    private sealed record FrozenContent(ImmutableDictionary<string, ZoneContent> Zones);
}
