using Cutover.Core.StackStatistics;

namespace Cutover.Engine.StackStatistics;

/// <summary>Reads the statistics of one instance. Used by one look at a time.</summary>
internal interface IStatisticsReader
{
    /// <exception cref="InvalidDataException">The instance answered, and not with what was asked for.</exception>
    /// <exception cref="HttpRequestException">It did not answer, or refused.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">It did not answer.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    Task<InstanceSample> ReadAsync(CancellationToken cancellation);
}
