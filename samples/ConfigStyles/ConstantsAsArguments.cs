using ScalingAnalyzers;

namespace ConfigStyles;

/// <summary>Private constants passed to a constructor, the style of TorchSharp's examples.</summary>
[TrainingConfig]
public partial class LanguageModel
{
    private const long Size = 280_000_000_000;
    private const long Corpus = 300;

    public LanguageModel()
        : this(Size, tokensInBillions: Corpus)
    {
    }

    private LanguageModel(long parameters, long tokensInBillions)
    {
        Parameters = parameters;
        // warns: SCALE001
        Tokens = tokensInBillions * Quantity.Billion;
    }

    public long Parameters { get; }

    public long Tokens { get; }
}
