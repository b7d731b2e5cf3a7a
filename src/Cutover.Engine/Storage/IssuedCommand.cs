using Cutover.Core.Runs;

namespace Cutover.Engine.Storage;

/// <summary>A stored command.</summary>
public sealed record IssuedCommand(long Id, RunCommand Command);
