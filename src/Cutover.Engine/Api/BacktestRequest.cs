namespace Cutover.Engine.Api;

/// <summary>
/// POST /api/v1/backtests. Answers 200 with a BacktestView, 400 when the time cannot be replayed, 404 when there is no such run, 422 with
/// problems of the playbook.
/// </summary>
/// <param name="Playbook">The playbook's text.</param>
/// <param name="From">The first moment judged over CloudWatch's history; null with a run.</param>
/// <param name="To">The last moment judged; null for now.</param>
/// <param name="LateSeconds">How long after its end a period could be read; null for what is usual of its length.</param>
/// <param name="Run">Judges what this run measured instead.</param>
public sealed record BacktestRequest(
    string Playbook, DateTimeOffset? From = null, DateTimeOffset? To = null, double? LateSeconds = null, long? Run = null);
