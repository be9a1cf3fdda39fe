using ScalingAnalyzers;

namespace ConfigStyles;

/// <summary>Defaults assigned in the constructor's body, the style of ML.NET's model configs.</summary>
[ModelConfig(Family = "llama")]
public partial class DecoderConfig
{
    public DecoderConfig()
    {
        this.HiddenSize = 4096;
        this.NumHiddenLayers = 32;
        this.NumAttentionHeads = 32;
        this.NumKeyValueHeads = 8;
        this.IntermediateSize = 14336;
        this.VocabSize = 128256;
    }

    public int HiddenSize { get; set; }

    public int NumHiddenLayers { get; set; }

    public int NumAttentionHeads { get; set; }

    public int NumKeyValueHeads { get; set; }

    public int IntermediateSize { get; set; }

    public int VocabSize { get; set; }
}

/// <summary>The run takes its model from a member and its tokens from steps, batch and sequence.</summary>
[TrainingConfig]
public partial class ConstructorStyle
{
    public ConstructorStyle()
    {
        this.Model = new DecoderConfig();
        // warns: SCALE004
        this.MaxSteps = 900_000;
        this.GlobalBatchSize = 2048;
        this.SequenceLength = 8192;
    }

    public DecoderConfig Model { get; set; }

    public int MaxSteps { get; set; }

    public int GlobalBatchSize { get; set; }

    public int SequenceLength { get; set; }
}
