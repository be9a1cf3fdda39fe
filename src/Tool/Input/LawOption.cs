using System.CommandLine;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Laws;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>The option --law: the id of a law, or the path of a law file.</summary>
internal sealed class LawOption
{
    /// <summary>The option of the parser.</summary>
    public Option<string> Option { get; } = new("--law")
    {
        Description = "A law by its id, or a file of your own (.law.json); " + LawCatalog.Default.Id + " otherwise.",
        HelpName = "law",
    };

    /// <summary>The law; null where none is given.</summary>
    public ScalingLaw? Of(Given given, LawLibrary? beside = null) =>
        given.Text(Option) is not { } text ? null : beside?.TryGet(text, out var own) == true ? own : Known.Law("--law", text);

    /// <summary>The options of the checks with this law.</summary>
    /// <param name="given">The command line.</param>
    /// <param name="beside">The laws that may be named; the built-in ones where null.</param>
    public CheckOptions Checks(Given given, LawLibrary? beside = null)
    {
        beside ??= LawLibrary.BuiltIn;
        var law = Of(given, beside);
        var options = CheckOptions.Default with { Laws = beside };
        return law is null ? options : options with { Law = law.Id, Laws = beside.TryGet(law.Id, out _) ? beside : beside.With([law]) };
    }
}
