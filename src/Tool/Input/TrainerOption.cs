using System.CommandLine;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>The option --trainer: the trainer that wrote the run files.</summary>
internal sealed class TrainerOption
{
    /// <summary>The option of the parser.</summary>
    public Option<string> Option { get; } = new("--trainer")
    {
        Description = "The trainer of run files, where their keys leave it open.",
        HelpName = "trainer",
    };

    /// <summary>The trainer's name; null where none is given.</summary>
    public string? Of(Given given) => Known.Trainer(given.Text(Option));
}
