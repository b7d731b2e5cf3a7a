using Cutover.Lab.Edges;

namespace Cutover.Web.Components.Dials;

/// <summary>What somebody wants an edge's dials to be.</summary>
public sealed record EdgeTurn(Edge Edge, EdgeDialSettings Settings, string Words);
