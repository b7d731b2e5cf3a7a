using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Cutover.Web.Components.Live;

/// <summary>
/// Words that go on with the page's clock, such as an age: they alone are drawn when a second has passed, and only if they read differently then.
/// </summary>
public sealed class Ticking : ComponentBase
{
    private string words = string.Empty;
    private string? drawn;

    /// <summary>The words at a time.</summary>
    [Parameter, EditorRequired]
    public Func<DateTimeOffset, string> Words { get; set; } = null!;

    [CascadingParameter]
    public DateTimeOffset Now { get; set; }

    protected override void OnParametersSet() => words = Words(Now);

    protected override bool ShouldRender() => words != drawn;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, drawn = words);
}
