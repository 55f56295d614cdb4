package _10_servers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// A plain echo server on Netty, as its user guide builds it: one event loop accepts, others serve.
public final class NettyEcho implements AutoCloseable {
  private final NioEventLoopGroup accepting = new NioEventLoopGroup(1);
  private final NioEventLoopGroup serving;
  private final Channel door;

  /// @param loops how many event loops serve; 0 for two for each core
  public NettyEcho(int loops) throws InterruptedException {
    serving = new NioEventLoopGroup(loops);
    door =
        new ServerBootstrap()
            .group(accepting, serving)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4_096)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel client) {
                    client.pipeline().addLast(new Handler());
                  }
                })
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) door.localAddress();
  }

  @Override
  public void close() throws InterruptedException {
    door.close().sync();
    accepting.shutdownGracefully().sync();
    serving.shutdownGracefully().sync();
  }

  private static final class Handler extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext client, Object chunk) {
      client.write(chunk);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext client) {
      client.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext client, Throwable gone) {
      client.close();
    }
  }
}
