namespace Cutover.Lab;

/// <summary>The true state of the lab's traffic: what was asked, what is answered, and what really moved.</summary>
/// <param name="AcceptedShare">Target's share by the weights that Route 53 accepted, 0 to 1.</param>
/// <param name="AnsweredShare">Target's share by the weights that the name server answers from (INSYNC), 0 to 1.</param>
/// <param name="ConnectionShare">
/// Target's share of the population's open connections, as the edges count them; 0 when there are none.
/// </param>
/// <param name="HandshakeShare">Target's share of the population's handshakes over the last five seconds; 0 when there were none.</param>
/// <param name="Source">The population at the edge that traffic leaves.</param>
/// <param name="Target">The population at the edge that traffic goes to.</param>
/// <param name="Clients">All clients.</param>
/// <param name="Connected">Clients with an open connection.</param>
/// <param name="BackingOff">Clients that wait after a failure.</param>
public sealed record LabShares(
    double AcceptedShare,
    double AnsweredShare,
    double ConnectionShare,
    double HandshakeShare,
    StackShare Source,
    StackShare Target,
    int Clients,
    int Connected,
    int BackingOff)
{
    internal static LabShares Of(LabWorld world)
    {
        var population = world.Population.Snapshot();
        var source = StackShare.Of(world.Source, population);
        var target = StackShare.Of(world.Target, population);
        return new LabShares(
            Weights(world.Zone.Accepted),
            Weights(world.Zone.Authoritative),
            Ratio(target.Open, source.Open + target.Open),
            Ratio(target.HandshakesPerSecond, source.HandshakesPerSecond + target.HandshakesPerSecond),
            source,
            target,
            world.Options.Clients,
            population.Connected,
            population.BackingOff);
    }

    private static double Weights(Route53.Zones.ZoneContent zone)
    {
        double Of(string stack) => zone.Find(LabOptions.Record + ".", "A", stack)?.Weight ?? 0;
        var (source, target) = (Of(LabWorld.SourceName), Of(LabWorld.TargetName));
        return source + target == 0 ? 0.5 : target / (source + target);
    }

    private static double Ratio(double part, double whole) => whole <= 0 ? 0 : part / whole;
}
