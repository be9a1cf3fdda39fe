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
    public ScalingLaw? Of(Given given) => given.Text(Option) is { } text ? Known.Law("--law", text) : null;

    /// <summary>The options of the checks with this law.</summary>
    public CheckOptions Checks(Given given) => Of(given) is { } law
        ? new CheckOptions { Law = law.Id, Laws = LawCatalog.TryGet(law.Id, out _) ? LawLibrary.BuiltIn : LawLibrary.BuiltIn.With([law]) }
        : CheckOptions.Default;
}
