using System.Net;

namespace Cutover.Lab.Population;

/// <summary>Many real WebSocket clients that find their stack through DNS, as users do. Disposal stops all of them at once.</summary>
public sealed class ClientPopulation : IAsyncDisposable
{
    private const int MostClients = 20_000;

    private readonly CancellationTokenSource _stopping = new();
    private readonly NameLookup _lookup;
    private readonly PopulationTally _tally;
    private readonly CachingResolver[] _resolvers;
    private readonly PopulationClient[] _clients;
    private Task _running = Task.CompletedTask;

    private ClientPopulation(PopulationOptions options, TimeProvider time, Random random)
    {
        _lookup = new NameLookup(options.NameServer, options.HostName);
        _tally = new PopulationTally(time);
        var resolvers = (options.Clients + options.ClientsPerResolver - 1) / options.ClientsPerResolver;
        _resolvers = [.. Enumerable.Range(0, resolvers).Select(_ => new CachingResolver(_lookup, time))];
        _clients = [.. Enumerable.Range(0, options.Clients).Select(i => new PopulationClient(
            _resolvers[i / options.ClientsPerResolver], _tally, options, time, new Random(random.Next())))];
    }

    /// <summary>Starts the clients, spread over the ramp.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 20,000 clients, or less than one behind a resolver.</exception>
    public static ClientPopulation Start(PopulationOptions options, TimeProvider time, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Clients, MostClients);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ClientsPerResolver, 1);
        var population = new ClientPopulation(options, time, random);
        population._running = population.RunAsync(options.Ramp);
        return population;
    }

    /// <summary>Counts now; costs a walk over all clients.</summary>
    public PopulationSnapshot Snapshot()
    {
        var states = _clients.Select(c => c.State).ToList();
        int In(ClientPhase phase) => states.Count(s => s.Phase == phase);
        return new PopulationSnapshot(
            In(ClientPhase.Connected),
            In(ClientPhase.Connecting),
            In(ClientPhase.BackingOff),
            In(ClientPhase.Resting),
            _lookup.Asked,
            _lookup.Failed,
            ByAddress(states));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var resolver in _resolvers)
        {
            resolver.Dispose();
        }

        _stopping.Dispose();
    }

    private Task RunAsync(TimeSpan ramp) =>
        Task.WhenAll(_clients.Select((client, i) => client.RunAsync(ramp * i / _clients.Length, _stopping.Token)));

    private Dictionary<IPAddress, AddressSnapshot> ByAddress(List<ClientState> states)
    {
        var addresses = _tally.Read();
        foreach (var answered in _resolvers.SelectMany(r => r.LastAnswer?.Addresses ?? []))
        {
            var seen = addresses.GetValueOrDefault(answered, new AddressSnapshot());
            addresses[answered] = seen with { LastAnswers = seen.LastAnswers + 1 };
        }

        foreach (var group in states.Where(s => s.Address is not null).GroupBy(s => s.Address!))
        {
            var seen = addresses.GetValueOrDefault(group.Key, new AddressSnapshot());
            addresses[group.Key] = seen with { Connected = group.Count() };
        }

        return addresses;
    }
}
