using Cutover.Core.Runs;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>The outcome of a call, on its way to the machine.</summary>
internal sealed record Letter(RunEvent Event, Call Call);
