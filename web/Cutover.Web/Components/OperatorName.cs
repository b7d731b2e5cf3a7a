using Cutover.Web.Hosting;

namespace Cutover.Web.Components;

/// <summary>Who acts: the name that goes on record with every act.</summary>
public sealed class OperatorName(LabHosting lab)
{
    public string Current => lab.World is null ? "operator (no login)" : "lab operator";
}
