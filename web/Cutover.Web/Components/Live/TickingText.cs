using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Live;

/// <summary>
/// A text that goes on with the page's clock, such as an age: it alone is drawn when a second has passed, and only if it reads differently then.
/// </summary>
public abstract class TickingText : ComponentBase
{
    private bool isAnother;

    /// <summary>The page's clock.</summary>
    [CascadingParameter]
    public DateTimeOffset Now { get; set; }

    /// <summary>As it reads now.</summary>
    protected string? Text { get; private set; }

    protected abstract string TextAt(DateTimeOffset now);

    protected sealed override void OnParametersSet()
    {
        var text = TextAt(Now);
        (isAnother, Text) = (text != Text, text);
    }

    protected sealed override bool ShouldRender() => isAnother;
}
