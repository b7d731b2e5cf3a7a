namespace Cutover.Core.StackStatistics;

/// <summary>
/// Open WebSockets that went away together. When a backend is killed under them, its kernel ends them with FIN, which HAProxy takes for an
/// ordinary end: no counter moves, only the number of open ones falls. (A reset is counted as a response error.)
/// </summary>
/// <param name="At">The look that found them gone.</param>
/// <param name="Backend">The server they were open to.</param>
/// <param name="Lost">How many ended between two looks.</param>
/// <param name="Of">How many were open at the look before.</param>
public sealed record BackendLoss(DateTimeOffset At, string Backend, long Lost, long Of);
