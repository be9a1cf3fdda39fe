namespace ScalingAnalyzers.Architectures;

/// <summary>The defaults of a configuration class for the sizes of a model. -1: no default (or several).</summary>
/// <param name="Vocabulary">vocab_size.</param>
/// <param name="Hidden">hidden_size.</param>
/// <param name="FeedForward">intermediate_size.</param>
/// <param name="Layers">num_hidden_layers.</param>
/// <param name="Heads">num_attention_heads.</param>
/// <param name="KeyValueHeads">num_key_value_heads; 0: as many as heads.</param>
/// <param name="HeadSize">head_dim; 0: hidden_size / num_attention_heads.</param>
/// <param name="Tied">tie_word_embeddings.</param>
internal sealed record Sizes(
    int Vocabulary, int Hidden, int FeedForward, int Layers, int Heads, int KeyValueHeads = 0, int HeadSize = 0, bool Tied = false)
{
    /// <summary>For configuration classes that live beside the model and differ between repositories.</summary>
    public static Sizes None { get; } = new(-1, -1, -1, -1, -1);
}
