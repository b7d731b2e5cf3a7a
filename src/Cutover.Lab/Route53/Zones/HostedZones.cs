using System.Collections.Concurrent;
using System.Security.Cryptography;
using Cutover.Lab.Route53.Health;

namespace Cutover.Lab.Route53.Zones;

/// <summary>Every hosted zone of the lab's one account, with the changes that were made to them.</summary>
/// <param name="time">The clock of propagation.</param>
public sealed class HostedZones(TimeProvider time)
{
    private const string IdAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private readonly ConcurrentDictionary<string, HostedZone> _zones = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ZoneChange> _changes = new(StringComparer.Ordinal);
    private volatile bool _held;

    /// <summary>From acceptance to INSYNC; applies to changes made from now on. Route 53 usually needs less than 60 s.</summary>
    public TimeSpan InsyncDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a zone refuses the next batch with PriorRequestNotComplete after one was accepted. Zero switches it off.</summary>
    public TimeSpan ProcessingWindow { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>While true no change becomes INSYNC. On release, what is overdue arrives at once and in order.</summary>
    public bool PropagationHeld
    {
        get => _held;
        set
        {
            _held = value;
            foreach (var zone in _zones.Values)
            {
                zone.Hold(value);
            }
        }
    }

    /// <summary>
    /// The health checks, by id: put one here, or another in its place, and name servers and GetHealthCheckStatus go by it from then on.
    /// A record set may only name a health check that is here, but one can be taken away under it, as Route 53 allows.
    /// </summary>
    public ConcurrentDictionary<string, HealthCheck> HealthChecks { get; } = new(StringComparer.Ordinal);

    /// <summary>All zones, ordered by name with its labels reversed, then by id.</summary>
    public IReadOnlyList<HostedZone> All =>
        [.. _zones.Values.OrderBy(zone => DnsName.Reversed(zone.Name), StringComparer.Ordinal)
            .ThenBy(zone => zone.Id, StringComparer.Ordinal)];

    internal TimeProvider Time => time;

    /// <summary>Adds a zone with its SOA and NS, in force at once.</summary>
    /// <param name="name">With or without the trailing dot.</param>
    /// <param name="id">Chosen when null.</param>
    /// <param name="ownedByAws">See <see cref="HostedZone.OwnedByAws"/>.</param>
    /// <exception cref="ArgumentException">The name is no domain name, or the id is taken.</exception>
    public HostedZone Create(string name, string? id = null, bool ownedByAws = false) =>
        Add(DnsName.Normalize(name), id ?? NewId('Z'), callerReference: NewId('R'), ownedByAws, inForce: true);

    /// <summary>The zone with this id (without <c>/hostedzone/</c>), or null.</summary>
    public HostedZone? Find(string id) => _zones.GetValueOrDefault(id);

    /// <summary>The most specific zone in force that the name falls in, or null. The name is in stored form.</summary>
    public HostedZone? FindFor(string name) =>
        _zones.Values.Where(zone => DnsName.IsWithin(name, zone.Name) && zone.Authoritative.Count > 0)
            .OrderByDescending(zone => zone.Name.Length).ThenBy(zone => zone.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The change with this id (without <c>/change/</c>), or null.</summary>
    public ZoneChange? FindChange(string id)
    {
        foreach (var zone in _zones.Values)
        {
            zone.Publish();
        }

        return _changes.GetValueOrDefault(id);
    }

    /// <summary>A zone whose creation is still to propagate, or null when the caller's reference was used before.</summary>
    internal HostedZone? TryCreate(string name, string callerReference)
    {
        lock (_zones)
        {
            return _zones.Values.Any(zone => zone.CallerReference == callerReference)
                ? null
                : Add(name, NewId('Z'), callerReference, ownedByAws: false, inForce: false);
        }
    }

    private HostedZone Add(string name, string id, string callerReference, bool ownedByAws, bool inForce)
    {
        var zone = new HostedZone(this, id, name, callerReference, ownedByAws, inForce);
        zone.Hold(_held);
        return _zones.TryAdd(id, zone) ? zone : throw new ArgumentException($"There is a hosted zone {id} already.", nameof(id));
    }

    internal ZoneChange NewChange(string? comment)
    {
        var change = new ZoneChange(NewId('C'), comment, time.GetUtcNow());
        return _changes[change.Id] = change;
    }

    private static string NewId(char prefix) => prefix + RandomNumberGenerator.GetString(IdAlphabet, 20);
}
