using Microsoft.AspNetCore.Components;

namespace Cutover.Web.Components.Live;

/// <summary>
/// A part of a page that stays as it is drawn while it is given the same as before. Blazor itself knows that only of texts and numbers. What it
/// is given must never change inside, and callbacks must be methods: a lambda that holds a variable is another one at every drawing.
/// </summary>
public abstract class Steady : ComponentBase
{
    private readonly Dictionary<string, object?> given = [];

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var isSame = given.Count > 0;
        foreach (var parameter in parameters)
        {
            isSame &= given.TryGetValue(parameter.Name, out var before) && Equals(before, parameter.Value);
            given[parameter.Name] = parameter.Value;
        }

        return isSame ? Task.CompletedTask : base.SetParametersAsync(parameters);
    }
}
