using System.Collections.Immutable;
using Cutover.Lab.Route53.Changes;

namespace Cutover.Lab.Route53.Zones;

/// <summary>
/// One hosted zone with two faces: what the API has accepted, and what the name servers answer, which follows when a change is INSYNC.
/// Safe to use from several threads.
/// </summary>
public sealed class HostedZone
{
    private readonly Lock _gate = new();
    private readonly HostedZones _owner;
    private readonly Propagation _propagation;
    private ZoneContent _accepted;
    private ZoneContent _authoritative;
    private DateTimeOffset _busyUntil = DateTimeOffset.MinValue;

    internal HostedZone(HostedZones owner, string id, string name, string callerReference, bool ownedByAws, bool inForce)
    {
        (_owner, Id, Name, CallerReference, OwnedByAws) = (owner, id, name, callerReference, ownedByAws);
        _propagation = new(owner.Time);
        _accepted = ZoneApex.Content(name);
        _authoritative = inForce ? _accepted : ZoneContent.Empty;
    }

    /// <summary>Raised after a batch was accepted; the argument is this zone.</summary>
    public event Action<HostedZone>? ChangeAccepted;

    /// <summary>Raised after the name servers took new content; the argument is this zone.</summary>
    public event Action<HostedZone>? Published;

    /// <summary><c>Z</c> and upper-case letters and digits, without <c>/hostedzone/</c>.</summary>
    public string Id { get; }

    /// <summary>In stored form.</summary>
    public string Name { get; }

    /// <summary>What the creator called the request.</summary>
    public string CallerReference { get; }

    /// <summary>True for a zone that stands for one of the provider's own (load balancers): in the DNS, but not in the API.</summary>
    public bool OwnedByAws { get; }

    /// <summary>The name servers of the delegation set.</summary>
    public ImmutableArray<string> NameServers { get; } = ZoneApex.NameServers;

    /// <summary>What ListResourceRecordSets shows, PENDING changes included.</summary>
    public ZoneContent Accepted
    {
        get
        {
            lock (_gate)
            {
                return _accepted;
            }
        }
    }

    /// <summary>What the name servers answer from: INSYNC changes only. Empty until the creation of the zone is INSYNC.</summary>
    public ZoneContent Authoritative
    {
        get
        {
            Publish();
            lock (_gate)
            {
                return _authoritative;
            }
        }
    }

    /// <summary>
    /// Puts record sets into both faces at once, replacing those of the same name, type and set identifier, without the API's checks: a
    /// zone can so be brought into states that years of history leave behind. Changes in flight are not waited for and will overwrite it.
    /// </summary>
    public void Seed(params ReadOnlySpan<ZoneRecordSet> sets)
    {
        lock (_gate)
        {
            foreach (var set in sets)
            {
                _accepted = _accepted.With(set);
                _authoritative = _authoritative.With(set);
            }
        }

        Published?.Invoke(this);
    }

    /// <summary>Takes record sets of these names, types and set identifiers out of both faces, as <see cref="Seed"/> puts them in.</summary>
    public void Unseed(params ReadOnlySpan<ZoneRecordSet> sets)
    {
        lock (_gate)
        {
            foreach (var set in sets)
            {
                _accepted = _accepted.Without(set.Key);
                _authoritative = _authoritative.Without(set.Key);
            }
        }

        Published?.Invoke(this);
    }

    internal ChangeOutcome Change(ChangeBatch batch)
    {
        ChangeOutcome outcome;
        lock (_gate)
        {
            outcome = TryChange(batch);
        }

        if (outcome is ChangeOutcome.Accepted)
        {
            ChangeAccepted?.Invoke(this);
            Publish();
        }

        return outcome;
    }

    internal ZoneChange SubmitCurrent(string? comment)
    {
        lock (_gate)
        {
            return Submit(_accepted, comment);
        }
    }

    internal void Hold(bool held)
    {
        lock (_gate)
        {
            _propagation.Held = held;
        }

        Publish();
    }

    internal void Publish()
    {
        lock (_gate)
        {
            if (_propagation.TakeDue() is not { } due)
            {
                return;
            }

            _authoritative = due;
        }

        Published?.Invoke(this);
    }

    private ChangeOutcome TryChange(ChangeBatch batch)
    {
        var now = _owner.Time.GetUtcNow();
        if (now < _busyUntil)
        {
            return new ChangeOutcome.StillBusy();
        }

        var (content, problems) = BatchRules.Apply(batch, this, _accepted, _owner);
        if (problems.Length > 0)
        {
            return new ChangeOutcome.Refused(problems);
        }

        _busyUntil = now + _owner.ProcessingWindow;
        return new ChangeOutcome.Accepted(Submit(content, batch.Comment));
    }

    private ZoneChange Submit(ZoneContent content, string? comment)
    {
        var change = _owner.NewChange(comment);
        _accepted = content;
        _propagation.Enqueue(change, content, _owner.InsyncDelay, Publish);
        return change;
    }
}
